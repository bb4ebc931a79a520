import type { Argument, Command, Option } from 'commander';

/** What a shell can offer after a command: its commands, its flags, and values where they are known. */
export type CommandWords = {
  /** The words that choose it, without the program's name; empty for the program itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  readonly flags: readonly FlagWords[];
  /** Values of its arguments where they are a choice; empty where an argument is a file, or anything. */
  readonly values: readonly string[];
};

export type FlagWords = {
  /** `--users`; every flag has a long form. */
  readonly long: string;
  readonly description: string;
  /** What its value may be: none, one of some, or anything, which a shell completes as a file. */
  readonly value: { readonly kind: 'none' } | { readonly kind: 'any' } | Choices;
};
type Choices = { readonly kind: 'choices'; readonly choices: readonly string[] };

/** Every command of a program, the program first, each with what may come after it. Hidden ones are left out. */
export function commandWords(command: Command, path: readonly string[] = []): readonly CommandWords[] {
  const help = command.createHelp();
  const below = help.visibleCommands(command);
  const own: CommandWords = {
    path,
    description: command.description(),
    commands: below.map((child) => ({ name: child.name(), description: help.subcommandDescription(child) })),
    flags: help.visibleOptions(command).flatMap(flagWords),
    values: command.registeredArguments.flatMap((argument: Argument) => argument.argChoices ?? []),
  };
  return [own, ...command.commands.flatMap((child) => commandWords(child, [...path, child.name()]))];
}

function flagWords({ long, description, argChoices, required, optional }: Option): FlagWords[] {
  if (long === undefined || long === null) return [];
  if (argChoices !== undefined && argChoices !== null)
    return [{ long, description, value: { kind: 'choices', choices: argChoices } }];
  return [{ long, description, value: { kind: required || optional ? 'any' : 'none' } }];
}
