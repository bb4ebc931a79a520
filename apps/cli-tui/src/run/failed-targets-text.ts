import type { JobRecord } from '@kneepoint/runner-agent';
import { matchProblems, noFacts } from '@kneepoint/runner-agent/knowledge';
import { terminalText } from '../screen/terminal-text.ts';

/** So many of the last lines of a log are shown. */
const shownLines = 15;

/** Of each target that did not start: the end of its log, and what is known to look like that. */
export function failedTargetsText(targets: JobRecord['targets']): string {
  return targets
    .filter(({ state }) => state === 'failed')
    .flatMap(({ name, logTail }) => [...logText(name, logTail), ...problemText(logTail)])
    .join('\n');
}

const logText = (name: string, logTail: readonly string[]): string[] =>
  logTail.length === 0
    ? []
    : [
        `the end of the log of ${name}:`,
        ...logTail.slice(-shownLines).map((line) => `  | ${terminalText(line)}`),
      ];

function problemText(logTail: readonly string[]): string[] {
  return matchProblems({ ...noFacts, logLines: logTail }).flatMap(({ problem }) => {
    const { title, cause, fix } = problem.text.en;
    return [`this is known: ${title}`, `  why: ${cause}`, `  what to do: ${fix}`];
  });
}
