import type { CommandContext } from '../command-context.ts';

/**
 * The command line as the result keeps it: without the values of headers, which may hold a key, and with `~` for the
 * home directory, which holds a name. Words with spaces or quotes are quoted, so that it can be pasted.
 */
export function shownCommand({
  words,
  homeDirectory,
}: Pick<CommandContext, 'words' | 'homeDirectory'>): string {
  const shown = words.map((word, index) => {
    if (words[index - 1] === '--header') return word.replace(/:.*$/s, ': ...');
    if (word.startsWith('--header=')) return word.replace(/:.*$/s, ': ...');
    return homeDirectory.length > 1 && word.includes(homeDirectory)
      ? word.replaceAll(homeDirectory, '~')
      : word;
  });
  return ['kneepoint', ...shown.map(quoted)].join(' ');
}

const quoted = (word: string): string =>
  /^[\w@%+=:,./~-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
