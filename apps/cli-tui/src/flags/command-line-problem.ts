import type { Command, CommanderError, Option } from 'commander';

/** A command line that commander refuses, as one sentence and a hint: exit code 2. */
export class CommandLineProblem extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'CommandLineProblem';
    this.hint = hint;
  }
}

/** The problem as it is printed on stderr; with `--json` as every other error: one line of JSON. */
export function problemText({ message, hint }: CommandLineProblem, words: readonly string[]): string {
  if (!words.includes('--json')) return `kneepoint: ${message}\n  ${hint}\n`;
  return `${JSON.stringify({ error: { code: 'command-line', message, hint, exitCode: 2 } })}\n`;
}

/** Commander's refusal in our words: which command it is about, the nearest known name, and where the rest is described. */
export function commandLineProblem(error: CommanderError, command: Command): CommandLineProblem {
  const name = commandPath(command);
  const isTop = command.parent === null;
  const [sentence = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const about = `${isTop ? 'all commands' : 'all flags'}: ${name} --help`;
  switch (error.code) {
    case 'commander.excessArguments':
      return excessArguments(command, name, about);
    case 'commander.unknownOption': {
      const global = globalFlag(sentence, command);
      if (global !== null) return new CommandLineProblem(`${sentence} of ${name}`, global);
      break;
    }
    case 'commander.invalidArgument':
      return new CommandLineProblem(`${sentence.replace(/\.$/, '')}`, choiceHint(sentence, about));
    default:
  }
  const near = /Did you mean (.*)\?/.exec(rest.join(' '))?.[1];
  const where = isTop && error.code === 'commander.unknownCommand' ? '' : ` of ${name}`;
  return new CommandLineProblem(
    `${sentence.replace(/\.$/, '')}${where}`,
    near === undefined ? about : `did you mean ${near}? ${about}`,
  );
}

/** A flag of the program itself that stands behind the command; `null` for any other. */
function globalFlag(sentence: string, command: Command): string | null {
  const [, typed = ''] = /'(--[^'=]+)/.exec(sentence) ?? [];
  const program = topOf(command);
  const found = program.options.find(({ long }) => long === typed);
  if (found === undefined || command === program || typed === '--version') return null;
  return `it stands before the command: ${program.name()} ${usageOf(found)} ${command.name()} ...`;
}

const usageOf = ({ flags }: Option): string => flags.split(', ').at(-1) ?? flags;

const topOf = (command: Command): Command => (command.parent === null ? command : topOf(command.parent));

/** `argument 'complat' is invalid. Allowed choices are auto, together.`: the nearest choice. */
function choiceHint(sentence: string, about: string): string {
  const [, typed = '', listed = ''] =
    /argument '(.*?)' is invalid\. Allowed choices are (.*?)\.?$/.exec(sentence) ?? [];
  const near = nearestChoice(typed, listed.split(', '));
  return near === null ? about : `did you mean ${near}? ${about}`;
}

/**
 * The choice that begins as what was typed, or has most of its letters in their order. Commander's own measure is not
 * exported, and core's is not loaded for a refusal.
 */
function nearestChoice(typed: string, choices: readonly string[]): string | null {
  const text = typed.toLowerCase();
  const near = (choice: string): number =>
    commonLetters(text, choice) / Math.max(text.length, choice.length, 1);
  const best = choices.toSorted((left, right) => near(right) - near(left))[0] ?? '';
  return near(best) >= 0.6 ? best : null;
}

/** Length of the longest sequence of letters that both have in this order. */
function commonLetters(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, () => 0);
  for (const letter of left) {
    const next = [0];
    for (let index = 1; index <= right.length; index++) {
      const same = right[index - 1] === letter ? (row[index - 1] ?? 0) + 1 : 0;
      next.push(Math.max(same, row[index] ?? 0, next[index - 1] ?? 0));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/** `history shw` is a slip of a subcommand's name; `bench a b` is a word too many. */
function excessArguments(command: Command, name: string, about: string): CommandLineProblem {
  const [first = ''] = command.args;
  if (command.commands.length > 0) {
    const known = command.commands.map((subcommand) => subcommand.name());
    const near = nearestChoice(first, known);
    const meant = near === null ? '' : `did you mean ${near}? `;
    return new CommandLineProblem(
      `unknown command '${first}' of ${name}`,
      `${meant}known: ${known.join(', ')}; ${about}`,
    );
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
