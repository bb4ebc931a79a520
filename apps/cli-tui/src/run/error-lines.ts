import { exitCodes, KneepointError } from '@kneepoint/core';
import { terminalText } from '../screen/terminal-text.ts';

/** An error as the person sees it: one sentence and what to do next; a bug shows its stack. */
export function errorLines(error: unknown): { readonly text: string; readonly exitCode: number } {
  if (error instanceof KneepointError) {
    const hint = error.hint === null ? '' : `  ${error.hint}\n`;
    return { text: terminalText(`kneepoint: ${error.message}\n${hint}`), exitCode: error.exitCode };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `kneepoint: internal error, please report it: ${detail}\n`, exitCode: exitCodes.internal };
}
