import type { WrittenValue } from '../deployments/written-value.ts';

/** One word of a shell command, made of parts that stand next to each other. */
export type ShellWord = readonly WrittenValue[];

/** A word that stands for itself. */
export const word = (text: string): ShellWord => [{ kind: 'text', text }];

/** A word with the value of an environment variable in it. */
export const variable = (name: string): WrittenValue => ({ kind: 'environment', name });

/** A path as the shell is to read it: `~` at its start is the home directory of whoever runs the command. */
export function pathWord(path: string): ShellWord {
  if (path === '~') return [variable('HOME')];
  return path.startsWith('~/') ? [variable('HOME'), { kind: 'text', text: path.slice(1) }] : word(path);
}

/** One POSIX shell word that the shell reads back as exactly this text. */
export function shellQuote(text: string): string {
  // An equals sign at the front of a command would make it an assignment, and a tilde a home directory.
  if (/^[\w@%+:,./-][\w@%+=:,./-]*$/.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The word as it stands in a command. */
export function shellWordText(parts: ShellWord): string {
  const texts = parts
    .filter((part) => part.kind === 'environment' || part.text !== '')
    .map((part) => (part.kind === 'text' ? shellQuote(part.text) : `"$${part.name}"`));
  return texts.length === 0 ? "''" : texts.join('');
}

/** A command of several lines, each with the words that belong together. */
export function shellCommandText(lines: readonly (readonly ShellWord[])[]): string {
  return lines.map((words) => words.map(shellWordText).join(' ')).join(' \\\n  ');
}
