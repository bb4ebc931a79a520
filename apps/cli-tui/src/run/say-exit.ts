import type { Result } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { terminalText } from '../screen/terminal-text.ts';
import { wrapWords } from '../screen/wrap-words.ts';

/** Says on stderr why a run did not end well, and returns its exit code. */
export function sayExit(result: Result, { stderr }: CommandContext): number {
  if (result.exit === null || result.exit.code === 0) return 0;
  const sentence = `kneepoint: ${terminalText(result.exit.reason)}`;
  stderr.write(`${stderr.isTTY === true ? wrapWords(sentence, stderr.columns ?? 80) : sentence}\n`);
  return result.exit.code;
}
