import { type CommandHelp, type HelpPart, isOfCommands } from './command-line-help.ts';
import { code, type DocumentPage, generatedNote, markdownPage, markdownTable } from './markdown-page.ts';

/** Every command with every flag, as the program's own help has them. */
export function commandsPage([program, ...commands]: readonly CommandHelp[]): DocumentPage {
  return markdownPage(
    'reference/commands.md',
    { title: 'Commands', description: 'Every command of kneepoint, with every flag and its default.' },
    [
      generatedNote,
      program?.description ?? '',
      'Every command prints its flags with `--help`. What a run has to meet is written as [thresholds](./thresholds.md); the exit codes are on the same page.',
      '## Before the command',
      ...(program === undefined
        ? []
        : program.parts.filter(({ heading }) => heading === 'Options').map(flagsTable)),
      ...commands.flatMap(commandBlocks),
    ],
  );
}

function commandBlocks({ words, usage, description, parts, after }: CommandHelp): string[] {
  const sentences = description === '' ? [] : [description];
  return [
    `## ${words.join(' ')}`,
    ['```text', usage, '```'].join('\n'),
    ...sentences,
    ...parts.filter(({ heading, entries }) => !isOnlyHelp(heading, entries)).flatMap(partBlocks),
    ...(after === '' ? [] : [['```text', after, '```'].join('\n')]),
  ];
}

/** Each command has `--help`; a table of it alone says nothing. */
const isOnlyHelp = (heading: string, entries: HelpPart['entries']): boolean =>
  heading === 'Options' && entries.every(({ name }) => name === '-h, --help');

/** Flags that stand between the program's name and the command. */
const flagsTable = ({ entries }: HelpPart): string =>
  markdownTable(
    ['flag', 'what it does'],
    entries.map(({ name, description }) => [code(name), escapeTags(description)]),
  );

function partBlocks({ heading, entries }: HelpPart): string[] {
  const rows = entries
    .filter(({ name }) => name !== '-h, --help')
    .map(({ name, description }) => [code(name), escapeTags(description)]);
  const column = isOfCommands({ heading, entries })
    ? 'command'
    : heading === 'Arguments'
      ? 'argument'
      : 'flag';
  return [`### ${heading}`, markdownTable([column, 'what it does'], rows)];
}

/** Outside of code a page would read `<name>` as a tag. */
const escapeTags = (text: string): string => text.replaceAll('<', '&lt;');
