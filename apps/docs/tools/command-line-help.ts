import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** One flag, argument or subcommand as the help shows it. */
export type HelpEntry = { readonly name: string; readonly description: string };

/** A part of a help text under its own heading: entries, or lines of free text. */
export type HelpPart = {
  readonly heading: string;
  readonly entries: readonly HelpEntry[];
};

/** The help of one command. */
export type CommandHelp = {
  /** The words that choose it, without the program's name. */
  readonly words: readonly string[];
  readonly usage: string;
  readonly description: string;
  readonly parts: readonly HelpPart[];
  /** What stands behind the flags: examples, exit codes. */
  readonly after: string;
};

const program = fileURLToPath(new URL('../../cli-tui/src/main.ts', import.meta.url));
const run = promisify(execFile);
/** The help text of a command as a person sees it, from the source in a process of its own. */
export async function helpText(words: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [program, ...words, '--help'], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1' },
  });
  return stdout;
}

/** The help of the program and of every command below it, in their order. */
export async function allCommandHelp(words: readonly string[] = []): Promise<readonly CommandHelp[]> {
  const help = parseHelp(words, await helpText(words));
  const below = help.parts
    .filter(isOfCommands)
    .flatMap(({ entries }) => entries.map(({ name }) => name.split(' ')[0] ?? ''))
    .filter((name) => name !== 'help');
  const children = await Promise.all(below.map((name) => allCommandHelp([...words, name])));
  return [help, ...children.flat()];
}

/** Commands stand in groups of their own; every other entry is a flag or an argument. */
export const isOfCommands = ({ heading, entries }: HelpPart): boolean =>
  heading !== 'Arguments' && entries.every(({ name }) => !name.startsWith('-'));

const partPattern = /^(\S.*):$/;
const entryPattern = /^ {2}(\S.*?)(?: {2,}(.*))?$/;
/** Where the help is not on a terminal, it is wrapped at 80 columns. */
const wrappedPattern = /^ {4,}(\S.*)$/;

/** Reads a help text: usage, description, parts of entries, and the free text behind the last of them. */
export function parseHelp(words: readonly string[], text: string): CommandHelp {
  const [usageLine = '', ...lines] = text.split('\n');
  const first = lines.findIndex((line) => partPattern.test(line));
  const parts: { heading: string; entries: HelpEntry[] }[] = [];
  let end = first < 0 ? lines.length : first;
  for (let index = end; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const [, heading] = partPattern.exec(line) ?? [];
    if (heading !== undefined && isPartOfEntries(heading, lines[index + 1] ?? ''))
      parts.push({ heading, entries: [] });
    else if (line !== '' && !addEntry(parts.at(-1), line)) break;
    end = index + 1;
  }
  return {
    words,
    usage: usageLine.replace('Usage: ', ''),
    description: lines.slice(0, Math.max(first, 0)).join(' ').trim(),
    parts,
    after: lines.slice(end).join('\n').trim(),
  };
}

/** Entries are indented by two and have no prompt of a shell in front. */
const isPartOfEntries = (heading: string, next: string): boolean =>
  heading !== 'Examples' &&
  heading !== 'Exit codes' &&
  /^ {2}[^\s$]/.test(next) &&
  /^ {2}\S.* {2,}\S|^ {2}-/.test(next);

function addEntry(part: { entries: HelpEntry[] } | undefined, line: string): boolean {
  const [, wrapped] = wrappedPattern.exec(line) ?? [];
  const last = part?.entries.pop();
  if (part !== undefined && last !== undefined) {
    const description = wrapped === undefined ? last.description : `${last.description} ${wrapped}`.trim();
    part.entries.push({ ...last, description });
    if (wrapped !== undefined) return true;
  }
  const [, name, description = ''] = entryPattern.exec(line) ?? [];
  if (part === undefined || name === undefined) return false;
  part.entries.push({ name, description });
  return true;
}
