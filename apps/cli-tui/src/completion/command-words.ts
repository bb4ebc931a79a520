import type { Command, Option } from 'commander';
import { knownArguments, knownValues, offeredByName } from './known-values.ts';
import type { Offered } from './offered.ts';

/** What a shell can offer after a command: its commands, its flags, and values where they are known. */
export type CommandWords = {
  /** The words that choose it, without the program's name; empty for the program itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  readonly flags: readonly FlagWords[];
  /** What its arguments are. */
  readonly argument: Offered;
};

/** A flag; every one has a long form. `value` is `null` where it takes none. */
export type FlagWords = {
  readonly long: string;
  readonly description: string;
  readonly value: Offered | null;
};

/** Every command of a program, the program first, each with what may come after it. Hidden ones are left out. */
export function commandWords(command: Command, path: readonly string[] = []): readonly CommandWords[] {
  const help = command.createHelp();
  const below = help.visibleCommands(command);
  const own: CommandWords = {
    path,
    description: command.description(),
    commands: below.map((child) => ({ name: child.name(), description: help.subcommandDescription(child) })),
    flags: help.visibleOptions(command).flatMap((option) => flagWords(option, path)),
    argument: argumentOf(command, path),
  };
  const children = command.commands.filter((child) => below.includes(child));
  return [own, ...children.flatMap((child) => commandWords(child, [...path, child.name()]))];
}

function argumentOf(command: Command, path: readonly string[]): Offered {
  const words = command.registeredArguments.flatMap((argument) => argument.argChoices ?? []);
  if (words.length > 0) return { kind: 'words', words };
  return knownArguments(path)[0] ?? { kind: 'anything' };
}

function flagWords(option: Option, path: readonly string[]): FlagWords[] {
  const { long, description } = option;
  if (long === undefined || long === null) return [];
  return [{ long, description, value: offeredValue(option, path) }];
}

function offeredValue(option: Option, path: readonly string[]): Offered | null {
  if (!option.required && !option.optional) return null;
  const long = option.long ?? '';
  if (long === '--agent') return { kind: 'agents' };
  const words = option.argChoices ?? knownValues(path, long);
  if (words !== null && words !== undefined) return { kind: 'words', words };
  const [, takes = ''] = /<([^>]+)>/.exec(option.flags) ?? [];
  return offeredByName(takes);
}
