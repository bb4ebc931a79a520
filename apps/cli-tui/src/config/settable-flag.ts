import type { Command, Option } from 'commander';
import { closedValues } from '../completion/known-values.ts';

/** A flag that the environment and a config may set. */
export type SettableFlag = {
  /** Its key in a config and in what commander hands on: `inputTokens`. */
  readonly key: string;
  /** As it is typed: `--input-tokens`. */
  readonly long: string;
  readonly form: 'switch' | 'value' | 'list';
  readonly choices: readonly string[] | null;
  /** What its value is, as the help has it between `<` and `>`: `time`, `count`; `null` of a switch. */
  readonly takes: string | null;
  /** The value without any setting; `null` where the command decides it later, as its description says. */
  readonly usual: unknown;
};

/** What belongs to one run alone: a file to write, a run to go on with, or what to do instead of running. */
const ofOneRun: readonly string[] = [
  'output',
  'resume',
  'dryRun',
  'print',
  'yes',
  'markdown',
  'help',
  'version',
];

/** The flags of a command that can be set elsewhere. */
export const settableFlags = (command: Command): readonly SettableFlag[] =>
  command.options
    .filter((option) => !option.hidden && !ofOneRun.includes(option.attributeName()))
    .map((option) => settableFlag(option, commandPath(command)));

function settableFlag(option: Option, path: readonly string[]): SettableFlag {
  const [, takes = null] = /<([^>]+)>/.exec(option.flags) ?? [];
  return {
    key: option.attributeName(),
    long: option.long ?? option.flags,
    form: takes === null ? 'switch' : Array.isArray(option.defaultValue) ? 'list' : 'value',
    choices: option.argChoices ?? closedValues(path, option.long ?? ''),
    takes,
    usual: option.negate ? true : (option.defaultValue ?? usualOf(option.description)),
  };
}

/** `10s` of a description that ends in `(default: 10s)`. */
const usualOf = (description: string): string | null => /\(default: (.*)\)$/.exec(description)?.[1] ?? null;

/** The words that choose a command, without the program's name. */
export const commandPath = (command: Command): readonly string[] =>
  command.parent === null ? [] : [...commandPath(command.parent), command.name()];
