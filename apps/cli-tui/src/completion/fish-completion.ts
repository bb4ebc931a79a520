import type { CommandWords, FlagWords } from './command-words.ts';

/** A script for fish: every command, flag and value under the condition that its command was chosen. */
export function fishCompletion(name: string, commands: readonly CommandWords[]): string {
  const lines = commands.flatMap((command) => {
    const condition = conditionOf(command, commands);
    return [
      ...command.commands.map((child) =>
        rule(name, condition, `-f -a ${quoted(child.name)} -d ${quoted(child.description)}`),
      ),
      ...(command.values.length === 0
        ? []
        : [rule(name, condition, `-f -a ${quoted(command.values.join(' '))}`)]),
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

function flagRule({ long, description, value }: FlagWords): string {
  const start = `-l ${long.slice(2)} -d ${quoted(description)}`;
  switch (value.kind) {
    case 'none':
      return start;
    case 'any':
      return `${start} -r`;
    case 'choices':
      return `${start} -x -a ${quoted(value.choices.join(' '))}`;
  }
}

const rule = (name: string, condition: string, what: string): string =>
  `complete -c ${name} -n ${quoted(condition)} ${what}`;

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
