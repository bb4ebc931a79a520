import type { CommandOutput, CommandRunner } from '../command-runner.ts';

/** Programs as they answered, by command line; another one is not installed. */
export function recordedCommands(recorded: Readonly<Record<string, string | CommandOutput>>): CommandRunner {
  return async (file, parameters) => {
    const answer = recorded[[file, ...parameters].join(' ')];
    if (answer === undefined) return { kind: 'failed', reason: 'it is not installed', stdout: '' };
    return typeof answer === 'string' ? { kind: 'done', stdout: answer } : answer;
  };
}
