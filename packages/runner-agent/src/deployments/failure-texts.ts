import type { DeploymentFailure, ServerExit } from './deployment-state.ts';
import { errorLines } from './logs/error-lines.ts';
import type { LogBuffer } from './logs/log-buffer.ts';
import type { DeploymentProblem } from './outcome.ts';

/** Lines of the log that a failure carries. */
const shownLines = 30;

/** A failure with what the log says by now. */
export function failureOf(
  problem: DeploymentProblem,
  exit: ServerExit | null,
  log: LogBuffer,
): DeploymentFailure {
  const lines = log.lines();
  return {
    ...problem,
    exit,
    lastLines: lines.slice(-shownLines),
    errorLines: errorLines(lines, shownLines),
  };
}

/** `ended with exit code 1`, for a sentence. */
export function exitText(exit: ServerExit): string {
  if (exit.kind === 'lost') return `was lost: ${exit.reason}`;
  if (exit.outOfMemory === true) return 'was ended by the kernel, because the memory was used up';
  if (exit.signal !== null) return `was ended by ${exit.signal}`;
  return exit.code === null ? 'ended, and nobody knows how' : `ended with exit code ${exit.code}`;
}

/** The server ended although nobody had asked it to. */
export const exitProblem = (exit: ServerExit, wasReady: boolean): DeploymentProblem => ({
  code: wasReady ? 'server-died' : 'server-exited',
  message: wasReady
    ? `the server ${exitText(exit)} while it was in use`
    : `the server ${exitText(exit)} before it was ready`,
  hint: 'the lines of its log say why',
});

/** The wait took longer than the plan allows. */
export const timeoutProblem = (path: string, millis: number, lastAnswer: string): DeploymentProblem => ({
  code: 'not-ready-in-time',
  message: `the server was not ready at ${path} after ${millis / 1000} s: ${lastAnswer}`,
  hint: 'give it more time with ready: { timeout: ... }, or see its log',
});
