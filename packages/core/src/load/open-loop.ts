import { micros } from '../units/units.ts';
import { FailureWatch } from './failure-watch.ts';
import { MeasuredArrivals } from './measured-arrivals.ts';
import type { AttemptEnd } from './request-transport.ts';
import type { OpenLoopParts, RunningLoad, StopReason } from './stage-load.ts';
import { ownIndex } from './worker-share.ts';

/** While arrivals wait for a place that another worker may give back, how often to look, in microseconds. */
const placePoll = 1000;

/** Starts requests at their planned instants, whatever the answers do. */
export function startOpenLoop(parts: OpenLoopParts): RunningLoad {
  return new OpenLoop(parts).run();
}

type Arrival = { readonly index: number; readonly instant: number; readonly warmup: boolean };

class OpenLoop {
  readonly #parts: OpenLoopParts;
  readonly #watch: FailureWatch;
  readonly #measured: MeasuredArrivals;
  readonly #start: number;
  /** This worker's arrivals so far. */
  #next = 0;
  #inFlight = 0;
  /** Arrivals that the cap holds back, oldest first. */
  readonly #waiting: Arrival[] = [];
  #timer: { cancel(): void } | null = null;
  #poll: { cancel(): void } | null = null;
  #drain: { cancel(): void } | null = null;
  #windowOpen = false;
  #stopped: StopReason | null = null;
  #finish: (reason: StopReason) => void = () => {};

  constructor(parts: OpenLoopParts) {
    this.#parts = parts;
    this.#start = parts.startAt;
    this.#watch = new FailureWatch(0, parts.patience, parts.startAt);
    this.#measured = new MeasuredArrivals(parts.schedule, parts.warmup, parts.stop);
  }

  run(): RunningLoad {
    const finished = new Promise<StopReason>((resolve) => {
      this.#finish = resolve;
    });
    this.#parts.gate.listen({ opened: (at) => this.#opened(at), closed: (at) => this.#closed(at) });
    this.#parts.transport.prepare(this.#indexOf(0));
    this.#pump();
    return {
      finished,
      stop: (reason) => this.#stop(reason),
      cut: () => this.#cut(),
      endWarmup: (at) => this.#measured.endWarmup(at - this.#start),
    };
  }

  /** Starts everything that is due, then waits for the next planned instant: lateness never adds up. */
  #pump(): void {
    while (this.#stopped === null) {
      const index = this.#indexOf(this.#next);
      const instant = this.#measured.isBeyond(index) ? null : this.#parts.schedule.at(index);
      if (instant === null) {
        this.#stop('finished');
        return;
      }
      const wait = this.#start + instant - this.#parts.clock.now();
      if (wait > 0) {
        this.#parts.transport.prepare(index);
        this.#timer = this.#parts.timers.after(wait, () => this.#pump());
        return;
      }
      this.#next++;
      this.#arrive({ index, instant, warmup: this.#measured.isWarmup(index, instant) });
      if (this.#measured.isLast(index)) this.#parts.gate.close(this.#parts.clock.now());
    }
  }

  #arrive(arrival: Arrival): void {
    if (!arrival.warmup && this.#measured.isFirst(arrival.index))
      this.#parts.gate.open(this.#parts.clock.now());
    if (this.#waiting.length === 0 && this.#parts.gate.enter(this.#parts.maxInFlight)) this.#send(arrival);
    else if (this.#parts.capPolicy === 'late') this.#hold(arrival);
    else if (!arrival.warmup) this.#parts.phases.dropped();
  }

  #send({ index, instant, warmup }: Arrival): void {
    this.#inFlight++;
    this.#parts.phases.dispatched(warmup);
    const scheduled = micros(this.#start + instant);
    const attempt = { index, user: this.#parts.share.index, scheduled, warmup, firstWave: index === 0 };
    this.#parts.transport.start(attempt, (end) => this.#ended(end));
  }

  /** Keeps an arrival until there is a place for it. */
  #hold(arrival: Arrival): void {
    this.#waiting.push(arrival);
    if (!arrival.warmup) this.#parts.phases.delayed();
    this.#pollPlaces();
  }

  #pollPlaces(): void {
    if (this.#poll !== null || this.#waiting.length === 0) return;
    this.#poll = this.#parts.timers.after(placePoll, () => {
      this.#poll = null;
      this.#sendWaiting();
      this.#pollPlaces();
    });
  }

  #sendWaiting(): void {
    while (this.#waiting.length > 0 && this.#parts.gate.enter(this.#parts.maxInFlight)) {
      const arrival = this.#waiting.shift();
      if (arrival !== undefined) this.#send(arrival);
    }
  }

  #ended(end: AttemptEnd): void {
    this.#inFlight--;
    this.#parts.gate.leave();
    const reason = this.#watch.take(end, this.#parts.clock.now());
    if (reason !== null) {
      this.#dropWaiting();
      this.#stop(reason);
    }
    this.#sendWaiting();
    this.#finishIfDone();
  }

  #indexOf(position: number): number {
    return ownIndex(this.#parts.share, this.#parts.share.count, position);
  }

  #opened(at: number): void {
    this.#windowOpen = true;
    this.#parts.phases.windowOpened(at);
  }

  #closed(at: number): void {
    if (this.#windowOpen) this.#parts.phases.windowClosed(at);
    this.#windowOpen = false;
  }

  /** No arrivals come any more; those that wait still have their turn, unless somebody wants the stage to end. */
  #stop(reason: StopReason): void {
    if (this.#stopped !== null) return;
    if (reason !== 'finished') {
      this.#parts.gate.close(this.#parts.clock.now());
      this.#dropWaiting();
    }
    this.#stopped = reason;
    this.#timer?.cancel();
    this.#drain = this.#parts.timers.after(this.#parts.drainLimit, () => this.#cut());
    this.#finishIfDone();
  }

  #cut(): void {
    this.#stop('interrupted');
    this.#dropWaiting();
    this.#parts.transport.cutAll();
    this.#finishIfDone();
  }

  /** Arrivals that never got a place were planned and not dispatched. */
  #dropWaiting(): void {
    for (const arrival of this.#waiting.splice(0)) if (!arrival.warmup) this.#parts.phases.dropped();
  }

  #finishIfDone(): void {
    if (this.#inFlight > 0 || this.#waiting.length > 0 || this.#stopped === null) return;
    this.#drain?.cancel();
    this.#poll?.cancel();
    this.#finish(this.#stopped);
  }
}
