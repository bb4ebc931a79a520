import type { CommandHelp, HelpEntry } from './command-line-help.ts';

const blockPattern = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** The lines in the shell blocks of a page that run `kneepoint`, each as its words behind the program's name. */
export function shownCommands(page: string): readonly (readonly string[])[] {
  return [...page.matchAll(blockPattern)]
    .filter(([, language]) => language === 'sh' || language === 'bash')
    .flatMap(([, , block = '']) => block.split('\n'))
    .filter((line) => line.startsWith('kneepoint '))
    .map((line) => ownWords(shellWords(line)).slice(1));
}

/** The words in front of a pipe, without what the shell writes to files. */
function ownWords(words: readonly string[]): readonly string[] {
  const end = words.indexOf('|');
  const own = end < 0 ? words : words.slice(0, end);
  const isRedirection = (word: string | undefined): boolean => /^[12]?>>?$/.test(word ?? '');
  return own.filter((word, index) => !isRedirection(word) && !isRedirection(own[index - 1]));
}

/** Splits a line as a shell does: at spaces, but not within quotes. */
export function shellWords(line: string): readonly string[] {
  return [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );
}

/** What is wrong with the words of a command line, measured against the help; `null` where nothing is. */
export function commandProblem(words: readonly string[], commands: readonly CommandHelp[]): string | null {
  const command = commands
    .filter(
      (candidate) =>
        candidate.words.length > 0 && candidate.words.every((word, index) => words[index] === word),
    )
    .toSorted((left, right) => right.words.length - left.words.length)[0];
  if (command === undefined) return `there is no command ${words[0] ?? ''}`;
  const flags = command.parts.flatMap(({ entries }) => entries).filter(({ name }) => name.startsWith('-'));
  let operands = 0;
  for (let index = command.words.length; index < words.length; index++) {
    const word = words[index] ?? '';
    if (!word.startsWith('-')) operands++;
    else {
      const flag = flags.find(({ name }) => namesOf(name).includes(word));
      if (flag === undefined) return `${command.words.join(' ')} has no flag ${word}`;
      if (takesValue(flag) && (words[++index] ?? '-').startsWith('-')) return `${word} needs a value`;
    }
  }
  const wanted = [...command.usage.matchAll(/<[\w-]+(?:\.\.\.)?>/g)].length;
  const optional = [...command.usage.replace('[options]', '').matchAll(/\[[\w-]+\]/g)].length;
  // The last operand may be a list.
  const most = command.usage.includes('...') ? Number.POSITIVE_INFINITY : wanted + optional;
  return operands >= wanted && operands <= most
    ? null
    : `${command.usage} takes ${wanted} operands, not ${operands}`;
}

/** The values of a flag in the words of a command line. */
export const valuesOf = (words: readonly string[], flag: string): readonly string[] =>
  words.filter((_, index) => words[index - 1] === flag);

/** `-V, --version` are two names; what a flag takes is no part of its name. */
const namesOf = (name: string): readonly string[] => name.replace(/ <.*/, '').split(', ');

const takesValue = ({ name }: HelpEntry): boolean => name.includes(' <');
