import type { AddHelpTextContext, Command } from 'commander';
import { wrapWords } from '../screen/wrap-words.ts';
import { exampleLines } from './example-lines.ts';

/** What stands behind the flags in a command's help. */
export type HelpTexts = {
  /** What it does and how to read it; blank lines part paragraphs. */
  readonly about?: string;
  /** Lines for a shell; tests parse every one of them. */
  readonly examples: readonly string[];
  /** What is shown as it is, with its own heading: a plan, a policy. */
  readonly more?: string;
  /** What each exit code means here. */
  readonly exits: Readonly<Record<number, string>>;
};

/** Exit codes that mean the same everywhere. */
export const usualExits = { 1: 'internal error', 2: 'usage' } as const;

/** Adds the texts to the command's help, as wide as the terminal. */
export function addHelpTexts(command: Command, texts: HelpTexts): Command {
  return command.addHelpText('after', (context) => helpTexts(texts, context));
}

function helpTexts({ about, examples, more, exits }: HelpTexts, { command }: AddHelpTextContext): string {
  const help = command.createHelp();
  const columns = command.configureOutput().getOutHelpWidth?.() ?? 80;
  const title = (text: string): string => help.styleTitle(text);
  const parts = [
    about === undefined
      ? null
      : about
          .split('\n\n')
          .map((paragraph) => wrapWords(paragraph.replaceAll('\n', ' '), columns))
          .join('\n\n'),
    [title('Examples:'), ...examples.map((example) => exampleLines(example, columns))].join('\n'),
    more === undefined ? null : more.trimEnd(),
    [title('Exit codes:'), ...exitLines(exits, columns)].join('\n'),
    wrapWords(flagsElsewhere, columns),
  ];
  return `\n${parts.filter((part) => part !== null).join('\n\n')}`;
}

const flagsElsewhere =
  'Flags can be set in the environment and in a config, too: kneepoint config --help. --language of messages, --config and --no-color stand before the command: kneepoint --help.';

const exitColumn = 5;

function exitLines(exits: HelpTexts['exits'], columns: number): readonly string[] {
  return Object.entries(exits).map(([code, meaning]) => {
    const lines = wrapWords(meaning, columns - exitColumn - 2).split('\n');
    return `  ${code.padEnd(exitColumn)}${lines.join(`\n${' '.repeat(exitColumn + 2)}`)}`;
  });
}
