import type { RunControls } from './run-controls.ts';
import type { WatchedEvent } from './watched-event.ts';

/**
 * What a person asks of a run, by a key or by a signal, one place for both: ended once, no more requests start and those in
 * flight may end; ended twice, they are cut. What is asked before the run stands is done when it does.
 */
export class RunSteering {
  #controls: RunControls | null = null;
  #tell: (event: WatchedEvent) => void = () => {};
  #endings = 0;
  readonly #early = Promise.withResolvers<void>();

  /** Resolves when somebody wants to end before there is a run to end. */
  get quitEarly(): Promise<void> {
    return this.#early.promise;
  }

  /** The run that is steered from now on; what a person brings about is told. */
  attach(controls: RunControls, tell: (event: WatchedEvent) => void): void {
    this.#controls = controls;
    this.#tell = tell;
    for (let ending = 1; ending <= Math.min(2, this.#endings); ending++) this.#end(ending);
  }

  /** Ctrl-C, `q`, or a signal that asks the program to end. */
  quit(): void {
    this.#endings++;
    if (this.#controls === null) this.#early.resolve();
    else this.#end(this.#endings);
  }

  /** Waits before the next stage, or goes on where the run waits. */
  pause(isHeld: boolean): void {
    if (this.#endings > 0) return;
    if (isHeld) this.#controls?.release();
    else this.#controls?.hold();
  }

  /** Ends the stage that runs; the next one starts. */
  skip(): void {
    if (this.#endings === 0) this.#controls?.skip();
  }

  #end(time: number): void {
    if (time === 1) {
      this.#tell({ kind: 'ending', how: 'draining' });
      this.#controls?.stop();
    } else if (time === 2) {
      this.#tell({ kind: 'ending', how: 'cutting' });
      this.#controls?.cut();
    }
  }
}
