import { FailureWatch } from './failure-watch.ts';
import type { Attempt, AttemptEnd } from './request-transport.ts';
import type { ClosedLoopParts, RunningLoad, StopReason } from './stage-load.ts';

/** N users, each with one request in flight: the next one starts when the answer before it has ended. */
export function startClosedLoop(parts: ClosedLoopParts): RunningLoad {
  return new ClosedLoop(parts).run();
}

class ClosedLoop {
  readonly #parts: ClosedLoopParts;
  readonly #watch: FailureWatch;
  readonly #users: number;
  readonly #timers: { cancel(): void }[] = [];
  #ready: number[] = [];
  #flushPlanned = false;
  #next = 0;
  #warmupRunning = 0;
  #warmupOver: boolean;
  #inFlight = 0;
  #window: 'before' | 'open' | 'closed' = 'before';
  #stopped: StopReason | null = null;
  #finish: (reason: StopReason) => void = () => {};

  constructor(parts: ClosedLoopParts) {
    this.#parts = parts;
    this.#users = parts.stop.kind === 'requests' ? Math.min(parts.users, parts.stop.count) : parts.users;
    this.#watch = new FailureWatch(this.#users);
    this.#warmupOver = parts.warmup.kind === 'requests' && parts.warmup.count === 0;
  }

  run(): RunningLoad {
    const finished = new Promise<StopReason>((resolve) => {
      this.#finish = resolve;
    });
    if (this.#parts.warmup.kind === 'duration') {
      this.#timers.push(this.#parts.timers.after(this.#parts.warmup.micros, () => this.#endWarmup()));
    }
    this.#ready = Array.from({ length: this.#users }, (_, user) => user);
    for (let index = 0; index < this.#users; index++) this.#parts.transport.prepare(index);
    this.#flush();
    return { finished, stop: () => this.#stop('interrupted'), cut: () => this.#cut() };
  }

  /** Starts the next request of every user who is ready. */
  #flush(): void {
    this.#flushPlanned = false;
    const users = this.#ready;
    this.#ready = [];
    for (const user of users) {
      if (this.#hasWork()) this.#start(user);
      else if (this.#stopped === null) this.#stop('finished');
    }
    if (
      this.#window === 'before' &&
      this.#warmupOver &&
      this.#inFlight === this.#users &&
      this.#stopped === null
    )
      this.#openWindow();
    this.#prepareAhead();
    this.#finishIfDone();
  }

  #start(user: number): void {
    const warmup = !this.#warmupOver && this.#isWarmup(this.#next);
    const attempt: Attempt = {
      index: this.#next,
      user,
      scheduled: null,
      warmup,
      firstWave: this.#next < this.#users,
    };
    this.#next++;
    this.#inFlight++;
    if (warmup) this.#warmupRunning++;
    this.#parts.phases.dispatched(warmup);
    this.#parts.transport.start(attempt, (end) => this.#ended(attempt, end));
  }

  #ended(attempt: Attempt, end: AttemptEnd): void {
    this.#inFlight--;
    if (attempt.warmup) this.#warmupRunning--;
    const reason = this.#watch.take(end);
    if (reason !== null) this.#stop(reason);
    if (
      !this.#warmupOver &&
      this.#warmupRunning === 0 &&
      this.#warmupIsCounted() &&
      !this.#isWarmup(this.#next)
    )
      this.#endWarmup();
    if (this.#stopped === null && !this.#hasWork()) this.#stop('finished');
    this.#ready.push(attempt.user);
    if (!this.#flushPlanned) {
      this.#flushPlanned = true;
      this.#parts.timers.afterReads(() => this.#flush());
    }
  }

  /** Builds one request ahead for each user, after the starts, so that no start waits for it. */
  #prepareAhead(): void {
    for (let ahead = 0; ahead < this.#users && this.#hasWork(ahead); ahead++)
      this.#parts.transport.prepare(this.#next + ahead);
  }

  #isWarmup(index: number): boolean {
    return this.#parts.warmup.kind === 'requests' ? index < this.#parts.warmup.count : true;
  }

  #warmupIsCounted(): boolean {
    return this.#parts.warmup.kind === 'requests';
  }

  #hasWork(ahead = 0): boolean {
    if (this.#stopped !== null) return false;
    if (this.#parts.stop.kind === 'duration') return true;
    const { warmup, stop } = this.#parts;
    // A counted warm-up has its share of the requests, whether it is over or not; a timed one takes what it takes.
    if (warmup.kind === 'requests') return this.#next + ahead < warmup.count + stop.count;
    return !this.#warmupOver || this.#next + ahead < this.#timedWarmupStarts + stop.count;
  }

  #timedWarmupStarts = 0;

  #endWarmup(): void {
    if (this.#warmupOver) return;
    this.#warmupOver = true;
    this.#timedWarmupStarts = this.#next;
    if (this.#window === 'before' && this.#inFlight === this.#users && this.#stopped === null)
      this.#openWindow();
  }

  #openWindow(): void {
    this.#window = 'open';
    this.#parts.phases.windowOpened();
    if (this.#parts.stop.kind === 'duration') {
      this.#timers.push(this.#parts.timers.after(this.#parts.stop.micros, () => this.#stop('finished')));
    }
  }

  #stop(reason: StopReason): void {
    if (this.#stopped !== null) return;
    this.#stopped = reason;
    if (this.#window === 'open') this.#parts.phases.windowClosed();
    this.#window = 'closed';
    this.#timers.push(this.#parts.timers.after(this.#parts.drainLimit, () => this.#cut()));
    this.#finishIfDone();
  }

  #cut(): void {
    this.#stop('interrupted');
    this.#parts.transport.cutAll();
  }

  #finishIfDone(): void {
    if (this.#inFlight > 0 || this.#stopped === null) return;
    for (const timer of this.#timers) timer.cancel();
    this.#finish(this.#stopped);
  }
}
