import { assertNever } from '@kneepoint/core';
import type { CommandWords, FlagWords } from './command-words.ts';
import type { Offered } from './offered.ts';

/** A script for fish: every command, flag and value under the condition that its command was chosen. */
export function fishCompletion(name: string, commands: readonly CommandWords[]): string {
  const lines = commands.flatMap((command) => {
    const condition = conditionOf(command, commands);
    return [
      ...command.commands.map((child) =>
        rule(name, condition, `-f -a ${quoted(child.name)} -d ${quoted(child.description)}`),
      ),
      ...(command.argument.kind === 'anything' ? [] : [rule(name, condition, offer(command.argument))]),
      ...command.flags.map((flag) => rule(name, condition, flagRule(flag))),
    ];
  });
  return `# Completion of ${name} for fish: ${name} completion fish | source\n${lines.join('\n')}\n`;
}

/** Chosen, and none of the commands below it. */
function conditionOf({ path, commands }: CommandWords, all: readonly CommandWords[]): string {
  const top = all.find((command) => command.path.length === 0)?.commands ?? [];
  if (path.length === 0) return `not __fish_seen_subcommand_from ${top.map(({ name }) => name).join(' ')}`;
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
  const below = commands.map(({ name }) => name).join(' ');
  return below === '' ? seen : `${seen}; and not __fish_seen_subcommand_from ${below}`;
}

const flagRule = ({ long, description, value }: FlagWords): string =>
  `-l ${long.slice(2)} -d ${quoted(description)}${value === null ? '' : ` ${value.kind === 'anything' ? '-x' : `-r ${offer(value)}`}`}`;

/** What fish offers for a value; -f leaves files out, -F lets them in. */
function offer(value: Offered): string {
  switch (value.kind) {
    case 'anything':
      return '-f';
    case 'words':
      return `-f -a ${quoted(value.words.join(' '))}`;
    case 'files':
      return '-F';
    case 'folders':
      return "-f -a '(__fish_complete_directories)'";
    case 'plans':
      return "-f -a '(__fish_complete_suffix .yaml; __fish_complete_suffix .yml)'";
    case 'agents':
      return "-f -a '(kneepoint __complete agents 2>/dev/null)'";
    case 'runs':
      return value.files
        ? "-F -a '(kneepoint __complete runs 2>/dev/null) latest latest~1'"
        : "-f -a '(kneepoint __complete runs 2>/dev/null)'";
    default:
      return assertNever(value);
  }
}

const rule = (name: string, condition: string, what: string): string =>
  `complete -c ${name} -n ${quoted(condition)} ${what}`;

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
