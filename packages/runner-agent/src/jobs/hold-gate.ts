/**
 * Where a job waits between two turns while a person holds it. Between the stages of a turn the run itself waits.
 *
 *     turn 1: deploy, measure, tear down | gate | turn 2: deploy ...
 */
export class HoldGate {
  #opened: PromiseWithResolvers<void> | null = null;

  get held(): boolean {
    return this.#opened !== null;
  }

  /** Closes the gate; `false` where it is closed already. */
  hold(): boolean {
    if (this.#opened !== null) return false;
    this.#opened = Promise.withResolvers();
    return true;
  }

  /** Opens the gate; `false` where it is open already. */
  release(): boolean {
    if (this.#opened === null) return false;
    this.#opened.resolve();
    this.#opened = null;
    return true;
  }

  /** Resolves when the gate is open, or when the signal says that nobody waits any more. */
  async passed(signal: AbortSignal): Promise<void> {
    while (this.#opened !== null && !signal.aborted) {
      const given = Promise.withResolvers<void>();
      const giveUp = (): void => given.resolve();
      signal.addEventListener('abort', giveUp, { once: true });
      await Promise.race([this.#opened.promise, given.promise]);
      signal.removeEventListener('abort', giveUp);
    }
  }
}
