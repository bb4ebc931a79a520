import { resolve } from 'node:path';
import type { Result } from '@kneepoint/core';
import { defaultStorePath, openResultsStore } from '@kneepoint/results-store';
import type { CommandContext } from '../command-context.ts';

/** Keeps the run in the history and returns whether it is there. A history that cannot be written costs a warning, never the result. */
export function storeRun(
  result: Result,
  outputPath: string | null,
  context: CommandContext,
  say: (text: string) => void,
): boolean {
  try {
    const store = openResultsStore(defaultStorePath(context.environment, context.homeDirectory));
    store.save(result, outputPath === null ? '' : resolve(outputPath));
    store.close();
    return true;
  } catch (error) {
    say(`the run was not added to the history: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
