/**
 * Where a run waits between two stages when it was asked to:
 *
 *     hold() ... stage ends, settles --- over() waits ---| release() or end(): the next stage, or the end of the run
 */
export class RunPause {
  readonly #tell: (held: boolean) => void;
  #waiting: PromiseWithResolvers<void> | null = null;
  #ended = false;

  /** @param tell called when the run is asked to wait, and when it goes on */
  constructor(tell: (held: boolean) => void) {
    this.#tell = tell;
  }

  hold(): void {
    if (this.#ended || this.#waiting !== null) return;
    this.#waiting = Promise.withResolvers();
    this.#tell(true);
  }

  release(): void {
    if (this.#waiting === null) return;
    this.#waiting.resolve();
    this.#waiting = null;
    this.#tell(false);
  }

  /** No stage follows any more: nothing is held from here on. */
  end(): void {
    this.#ended = true;
    this.release();
  }

  /** Settles when nothing holds the run; held, released and held again before it went on, it goes on waiting. */
  async over(): Promise<void> {
    while (this.#waiting !== null) await this.#waiting.promise;
  }
}
