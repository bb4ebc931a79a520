import { KneepointError } from '@kneepoint/core';
import type { RunWatcher } from './run-watcher.ts';
import type { WatchedEvent } from './watched-event.ts';

/** Where lines for a program go, and what time it is, milliseconds since the epoch. */
export type JsonLines = { readonly write: (text: string) => unknown; readonly clock: () => number };

/** Progress for another program: one event a line, JSON, as `progressEventSchema` has it. Always in English. */
export function jsonWatcher({ write, clock }: JsonLines): RunWatcher {
  return {
    tell: (event, at = clock()) => write(jsonLine(event, at)),
    say: (text) => write(jsonLine({ kind: 'note', text: text.replace(/^note: /, '') }, clock())),
    close: () => {},
  };
}

/** The error that a command ended with, for a program. */
export function jsonError(error: unknown, at: number): string {
  const known = error instanceof KneepointError ? error : null;
  return jsonLine(
    {
      kind: 'error',
      code: known?.code ?? 'internal',
      message: error instanceof Error ? error.message : String(error),
      hint: known?.hint ?? null,
    },
    at,
  );
}

/** What a program hears besides the events: the error that the command ended with. */
type ErrorEvent = {
  readonly kind: 'error';
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
};

const jsonLine = (event: WatchedEvent | ErrorEvent, at: number): string =>
  `${JSON.stringify({ at: new Date(at).toISOString(), ...event })}\n`;
