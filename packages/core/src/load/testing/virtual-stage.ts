import { micros } from '../../units/units.ts';
import type { PhaseObserver } from '../phase-observer.ts';
import type { Attempt, AttemptEnd, RequestTransport } from '../request-transport.ts';
import { createLocalGate } from '../stage-gate.ts';
import { wholeStage } from '../worker-share.ts';
import { VirtualTime } from './virtual-time.ts';

/** How request `index` ends: after so many microseconds (`null`: never), and in which way. */
export type Fate = { readonly after: number | null; readonly end: AttemptEnd };

export const completes = (after: number | null): Fate => ({
  after,
  end: { status: 'completed', unreachable: false, timedOut: false },
});
export const fails = (after: number, unreachable = false): Fate => ({
  after,
  end: { status: 'failed', unreachable, timedOut: false },
});

/** A start as the transport saw it. */
export type Start = { readonly at: number; readonly attempt: Attempt };

/** A server and a recorder in virtual time: the ports of both loops, and a log of what came through them. */
export class VirtualStage implements RequestTransport, PhaseObserver {
  readonly time = new VirtualTime();
  readonly starts: Start[] = [];
  readonly prepared = new Set<number>();
  readonly ends: { readonly at: number; readonly status: AttemptEnd['status']; readonly warmup: boolean }[] =
    [];
  readonly windowOpens: number[] = [];
  readonly windowCloses: number[] = [];
  /** Requests in flight when the window opened. */
  inFlightAtOpen = -1;
  dispatches = { measured: 0, warmup: 0 };
  drops = 0;
  delays = 0;
  mostInFlight = 0;
  readonly #running = new Map<number, { finish(end: AttemptEnd): void }>();
  readonly #fateOf: (index: number) => Fate;

  constructor(fateOf: (index: number) => Fate) {
    this.#fateOf = fateOf;
  }

  get parts() {
    const { clock, timers } = this.time;
    return {
      transport: this,
      phases: this,
      clock,
      timers,
      share: wholeStage,
      gate: createLocalGate(),
      startAt: this.time.now,
      patience: micros(1e12),
    } as const;
  }

  get inFlight(): number {
    return this.#running.size;
  }

  prepare(index: number): void {
    this.prepared.add(index);
  }

  start(attempt: Attempt, onEnd: (end: AttemptEnd) => void): void {
    this.starts.push({ at: this.time.now, attempt });
    const finish = (end: AttemptEnd): void => {
      if (!this.#running.delete(attempt.index)) return;
      this.ends.push({ at: this.time.now, status: end.status, warmup: attempt.warmup });
      onEnd(end);
    };
    this.#running.set(attempt.index, { finish });
    this.mostInFlight = Math.max(this.mostInFlight, this.#running.size);
    const { after, end } = this.#fateOf(attempt.index);
    if (after !== null) this.time.plan(after, () => finish(end));
  }

  cutAll(): void {
    for (const { finish } of [...this.#running.values()])
      finish({ status: 'cut', unreachable: false, timedOut: false });
  }

  dispatched(warmup: boolean): void {
    this.dispatches[warmup ? 'warmup' : 'measured']++;
  }

  dropped(): void {
    this.drops++;
  }

  delayed(): void {
    this.delays++;
  }

  windowOpened(at: number): void {
    this.windowOpens.push(at);
    this.inFlightAtOpen = this.#running.size;
  }

  windowClosed(at: number): void {
    this.windowCloses.push(at);
  }
}
