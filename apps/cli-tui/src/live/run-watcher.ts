import type { WatchedEvent } from './watched-event.ts';

/** Who watches a run: a screen, a line of progress, another program, or nobody. */
export type RunWatcher = {
  /** Hears an event; `at` is when it happened, milliseconds since the epoch, where that was not just now. */
  tell(event: WatchedEvent, at?: number): void;
  /** A line for the person, of something that is no event of the run. */
  say(text: string): void;
  /** The run is over: the terminal is given back, and what waited to be said is said. */
  close(): void;
};

/** Nobody watches: `--progress none` and `--quiet`. */
export const silentWatcher: RunWatcher = { tell: () => {}, say: () => {}, close: () => {} };
