import type { JobRecord } from '@kneepoint/runner-agent';
import { matchProblems, noFacts } from '@kneepoint/runner-agent/knowledge';
import { terminalText } from '../screen/terminal-text.ts';
import type { MessageLanguage } from '../words/message-language.ts';
import { wordsOf } from '../words/words-of.ts';

/** So many of the last lines of a log are shown. */
const shownLines = 15;

/** Of each target that did not start: the end of its log, and what is known to look like that. */
export function failedTargetsText(targets: JobRecord['targets'], language: MessageLanguage): string {
  return targets
    .filter(({ state }) => state === 'failed')
    .flatMap(({ name, logTail }) => [...logText(name, logTail, language), ...problemText(logTail, language)])
    .join('\n');
}

const logText = (name: string, logTail: readonly string[], language: MessageLanguage): string[] =>
  logTail.length === 0
    ? []
    : [
        wordsOf(language).run.endOfLog(name),
        ...logTail.slice(-shownLines).map((line) => `  | ${terminalText(line)}`),
      ];

function problemText(logTail: readonly string[], language: MessageLanguage): string[] {
  const words = wordsOf(language).run;
  return matchProblems({ ...noFacts, logLines: logTail }).flatMap(({ problem }) => {
    const { title, cause, fix } = problem.text[language];
    return [
      words.known(title, problem.id),
      `  ${words.why}${cause}`,
      `  ${words.whatToDo}${fix}`,
      ...problem.commands.map((command) => `  $ ${command}`),
    ];
  });
}
