import { micros } from '../units/units.ts';
import { FailureWatch } from './failure-watch.ts';
import type { AttemptEnd } from './request-transport.ts';
import type { OpenLoopParts, RunningLoad, StopReason } from './stage-load.ts';

/** Starts requests at their planned instants, whatever the answers do. */
export function startOpenLoop(parts: OpenLoopParts): RunningLoad {
  return new OpenLoop(parts).run();
}

class OpenLoop {
  readonly #parts: OpenLoopParts;
  readonly #watch = new FailureWatch(0);
  readonly #start: number;
  #next = 0;
  #inFlight = 0;
  /** Measured arrivals so far, dropped ones included. */
  #measured = 0;
  #timer: { cancel(): void } | null = null;
  #drain: { cancel(): void } | null = null;
  #window: 'before' | 'open' | 'closed' = 'before';
  #stopped: StopReason | null = null;
  #finish: (reason: StopReason) => void = () => {};

  constructor(parts: OpenLoopParts) {
    this.#parts = parts;
    this.#start = parts.clock.now();
  }

  run(): RunningLoad {
    const finished = new Promise<StopReason>((resolve) => {
      this.#finish = resolve;
    });
    this.#parts.transport.prepare(0);
    this.#pump();
    return { finished, stop: () => this.#stop('interrupted'), cut: () => this.#cut() };
  }

  /** Starts everything that is due, then waits for the next planned instant: lateness never adds up. */
  #pump(): void {
    while (this.#stopped === null) {
      const instant = this.#parts.schedule.at(this.#next);
      if (instant === null) {
        this.#stop('finished');
        return;
      }
      const wait = this.#start + instant - this.#parts.clock.now();
      if (wait > 0) {
        this.#parts.transport.prepare(this.#next);
        this.#timer = this.#parts.timers.after(wait, () => this.#pump());
        return;
      }
      this.#arrive(instant);
      if (this.#hasAll()) this.#stop('finished');
    }
  }

  #arrive(instant: number): void {
    const index = this.#next++;
    const warmup = this.#isWarmup(index, instant);
    if (!warmup) this.#measured++;
    if (!warmup && this.#window === 'before') {
      this.#window = 'open';
      this.#parts.phases.windowOpened();
    }
    if (this.#inFlight >= this.#parts.maxInFlight) {
      if (!warmup) this.#parts.phases.dropped();
      return;
    }
    this.#inFlight++;
    this.#parts.phases.dispatched(warmup);
    const scheduled = micros(this.#start + instant);
    this.#parts.transport.start({ index, user: 0, scheduled, warmup, firstWave: index === 0 }, (end) =>
      this.#ended(end),
    );
  }

  #hasAll(): boolean {
    return this.#parts.stop.kind === 'requests' && this.#measured >= this.#parts.stop.count;
  }

  #isWarmup(index: number, instant: number): boolean {
    const { warmup } = this.#parts;
    return warmup.kind === 'requests' ? index < warmup.count : instant < warmup.micros;
  }

  #ended(end: AttemptEnd): void {
    this.#inFlight--;
    const reason = this.#watch.take(end);
    if (reason !== null) this.#stop(reason);
    this.#finishIfDone();
  }

  #stop(reason: StopReason): void {
    if (this.#stopped !== null) return;
    this.#stopped = reason;
    this.#timer?.cancel();
    if (this.#window === 'open') this.#parts.phases.windowClosed();
    this.#window = 'closed';
    this.#drain = this.#parts.timers.after(this.#parts.drainLimit, () => this.#cut());
    this.#finishIfDone();
  }

  #cut(): void {
    this.#stop('interrupted');
    this.#parts.transport.cutAll();
  }

  #finishIfDone(): void {
    if (this.#inFlight > 0 || this.#stopped === null) return;
    this.#drain?.cancel();
    this.#finish(this.#stopped);
  }
}
