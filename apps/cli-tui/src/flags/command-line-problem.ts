import type { Command, CommanderError } from 'commander';

/** A command line that commander refuses, as one sentence and a hint: exit code 2. */
export class CommandLineProblem extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'CommandLineProblem';
    this.hint = hint;
  }
}

/** Commander's refusal in our words: which command it is about, the nearest known name, and where the rest is described. */
export function commandLineProblem(error: CommanderError, command: Command): CommandLineProblem {
  const name = commandPath(command);
  const isTop = command.parent === null;
  const [sentence = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const near = /Did you mean (.*)\?/.exec(rest.join(' '))?.[1];
  const about = `${isTop ? 'all commands' : 'all flags'}: ${name} --help`;
  if (error.code === 'commander.excessArguments') return excessArguments(command, name, about);
  const where = isTop && error.code === 'commander.unknownCommand' ? '' : ` of ${name}`;
  return new CommandLineProblem(
    `${sentence.replace(/\.$/, '')}${where}`,
    near === undefined ? about : `did you mean ${near}? ${about}`,
  );
}

/** `history shw` is a slip of a subcommand's name; `bench a b` is a word too many. */
function excessArguments(command: Command, name: string, about: string): CommandLineProblem {
  const [first = ''] = command.args;
  if (command.commands.length > 0) {
    const known = command.commands.map((subcommand) => subcommand.name()).join(', ');
    return new CommandLineProblem(`unknown command '${first}' of ${name}`, `known: ${known}; ${about}`);
  }
  const expected = command.registeredArguments.map((argument) => `<${argument.name()}>`).join(' ');
  const takes = expected === '' ? 'takes no arguments' : `takes only ${expected}`;
  return new CommandLineProblem(
    `${name} ${takes}, but was given ${command.args.map((word) => `'${word}'`).join(' ')}`,
    `put quotes around a value with spaces; ${about}`,
  );
}

function commandPath(command: Command): string {
  return command.parent === null ? command.name() : `${commandPath(command.parent)} ${command.name()}`;
}
