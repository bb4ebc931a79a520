import type { Result } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { terminalText } from '../screen/terminal-text.ts';

/** Says on stderr why a run did not end well, and returns its exit code. */
export function sayExit(result: Result, { stderr }: CommandContext): number {
  if (result.exit === null || result.exit.code === 0) return 0;
  stderr.write(`kneepoint: ${terminalText(result.exit.reason)}\n`);
  return result.exit.code;
}
