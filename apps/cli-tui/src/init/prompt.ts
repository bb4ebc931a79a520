import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { exitCodes, KneepointError } from '@kneepoint/core';
import { wrappedLines } from './wrapped-lines.ts';

/** Somebody who answers questions, line by line. */
export type Prompt = {
  /** What was typed. Rejects, with exit code 130, when the person leaves with Ctrl-C or the input ends (Ctrl-D). */
  question(text: string): Promise<string>;
  close(): void;
};

/** Asks on a terminal. `inputEnded` is said when the input ends before an answer. */
export function openPrompt(
  { input, output }: { readonly input: Readable; readonly output: Writable & { readonly columns?: number } },
  inputEnded: string,
): Prompt {
  const lines = createInterface({ input, output });
  const left = new AbortController();
  // Left to itself, readline waits for ever after either: the process would end with a warning and no word of ours.
  const leave = (): void => left.abort();
  lines.once('SIGINT', leave).once('close', leave);
  return {
    async question(text) {
      // Readline draws its prompt again at every key, so only the last line is the prompt.
      const wrapped = wrappedLines(text.trimEnd(), output.columns ?? 80);
      const above = wrapped.slice(0, wrapped.lastIndexOf('\n') + 1);
      output.write(above);
      try {
        return await lines.question(`${wrapped.slice(above.length)} `, { signal: left.signal });
      } catch (error) {
        if (!left.signal.aborted) throw error;
        output.write('\n');
        throw new KneepointError(inputEnded, { code: 'interrupted', exitCode: exitCodes.interrupted });
      }
    },
    close: () => lines.close(),
  };
}
