import { styleText } from 'node:util';
import type { Command, Help, HelpConfiguration, Option } from 'commander';
import { type CommandContext, mayColour } from '../command-context.ts';

/** A longer name of a flag gets its description on the next line, so that no description is squeezed at 80 columns. */
const termColumns = 28;
const indent = 2;
const widest = 110;

/** How wide a help text is: as the terminal, 80 where there is none, and never too wide to read. */
export const helpColumns = ({ stdout }: Pick<CommandContext, 'stdout'>): number =>
  Math.min(stdout.isTTY === true ? (stdout.columns ?? 80) : 80, widest);

/** How every help text is drawn: headings bold, names cyan where colours may be; nothing but weight and colour tells less. */
export function helpLook({ stdout, environment }: CommandContext): HelpConfiguration {
  const paint =
    (style: 'bold' | 'cyan') =>
    (text: string): string =>
      mayColour(stdout, environment) ? styleText(style, text, { validateStream: false }) : text;
  return {
    optionDescription,
    subcommandTerm,
    minWidthToWrap: 20,
    padWidth: (command, help) =>
      Math.min(longestTerm(command, help), termColumns, Math.floor((help.helpWidth ?? 80) / 3) + 2),
    formatItem,
    styleTitle: paint('bold'),
    styleOptionTerm: paint('cyan'),
    styleArgumentTerm: paint('cyan'),
    styleSubcommandTerm: paint('cyan'),
  };
}

function longestTerm(command: Command, help: Help): number {
  return Math.max(
    help.longestOptionTermLength(command, help),
    help.longestSubcommandTermLength(command, help),
    help.longestArgumentTermLength(command, help),
  );
}

/** The description with its default as a person would type it. */
function optionDescription({ description, defaultValue }: Option): string {
  const isPlain = typeof defaultValue === 'string' || typeof defaultValue === 'number';
  return isPlain ? `${description} (default: ${defaultValue})` : description;
}

/** `bench <url>`: that a command has flags goes without saying. */
function subcommandTerm(command: Command): string {
  const words = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(' ');
}

/** A name and what it means beside it, or below it where the name is long. */
function formatItem(this: Help, term: string, termWidth: number, description: string, help: Help): string {
  const width = help.displayWidth(term);
  const column = indent + termWidth + 2;
  const lines = help.boxWrap(description, (this.helpWidth ?? 80) - column).split('\n');
  const start = `${' '.repeat(indent)}${term}`;
  const isLong = width > termWidth;
  const gap = isLong ? `\n${' '.repeat(column)}` : ' '.repeat(termWidth - width + 2);
  return description === '' ? start : `${start}${gap}${lines.join(`\n${' '.repeat(column)}`)}`;
}
