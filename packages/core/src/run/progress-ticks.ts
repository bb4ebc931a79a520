import type { LiveProgress, RunEvent } from './run-event.ts';

const tickMillis = 250;

/** What ticks are made of. */
export type ProgressTicksOptions = {
  /** The id of the stage that runs. */
  readonly stage: string;
  readonly live: () => LiveProgress;
  readonly tell: (event: RunEvent) => void;
};

/** Tells four times a second how the stage that runs fares, and a last time when it has ended. Keeps no process alive. */
export class ProgressTicks {
  readonly #options: ProgressTicksOptions;
  readonly #timer: NodeJS.Timeout;

  constructor(options: ProgressTicksOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#tell(), tickMillis);
    this.#timer.unref();
  }

  /** Call once; the totals are the final ones then. */
  stop(): void {
    clearInterval(this.#timer);
    this.#tell();
  }

  #tell(): void {
    const { stage, live, tell } = this.#options;
    tell({ kind: 'progress', stage, ...live() });
  }
}
