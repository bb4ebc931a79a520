import { FailureWatch } from './failure-watch.ts';
import type { Attempt, AttemptEnd } from './request-transport.ts';
import type { ClosedLoopParts, RunningLoad, StopReason } from './stage-load.ts';
import { WarmupCount } from './warmup-count.ts';
import { ownCount, ownIndex, ownPlaces } from './worker-share.ts';

/** So many requests are sent, or made ahead, before the sockets are read again: a wave of users is no silence for the others. */
const startsPerTurn = 8;

/** N users, each with one request in flight: the next one starts when the answer before it has ended. */
export function startClosedLoop(parts: ClosedLoopParts): RunningLoad {
  return new ClosedLoop(parts).run();
}

class ClosedLoop {
  readonly #parts: ClosedLoopParts;
  readonly #watch: FailureWatch;
  /** Users of the stage, and of this worker. */
  readonly #users: number;
  readonly #ownUsers: number;
  readonly #warmup: WarmupCount;
  readonly #timers: { cancel(): void }[] = [];
  /** Users who can ask, in the order in which they could. */
  readonly #ready: number[] = [];
  #flushPlanned = false;
  /** Requests of this worker that were made ahead, and whether more of them are about to be. */
  #prepared = 0;
  #preparePlanned = false;
  /** This worker's requests so far. */
  #next = 0;
  #inFlight = 0;
  readonly #thoughts = new Set<{ cancel(): void }>();
  #window: 'before' | 'ready' | 'open' | 'closed' = 'before';
  #stopped: StopReason | null = null;
  #finish: (reason: StopReason) => void = () => {};

  constructor(parts: ClosedLoopParts) {
    const { stop, share } = parts;
    this.#parts = parts;
    this.#users = stop.kind === 'requests' ? Math.min(parts.users, stop.count) : parts.users;
    this.#ownUsers = ownPlaces(share, this.#users);
    this.#warmup = new WarmupCount(parts.warmup, (count) => ownCount(share, this.#users, count));
    this.#watch = new FailureWatch(this.#ownUsers, parts.patience, parts.startAt);
  }

  run(): RunningLoad {
    const { gate, timers, clock, startAt } = this.#parts;
    const finished = new Promise<StopReason>((resolve) => {
      this.#finish = resolve;
    });
    gate.listen({ opened: (at) => this.#opened(at), closed: (at) => this.#closed(at) });
    while (this.#prepared < this.#ownUsers) this.#prepareNext();
    const wait = startAt - clock.now();
    if (wait > 0) this.#timers.push(timers.after(wait, () => this.#begin()));
    else this.#begin();
    return {
      finished,
      stop: (reason) => this.#stop(reason),
      cut: () => this.#cut(),
      endWarmup: (at) =>
        void this.#timers.push(timers.after(Math.max(0, at - clock.now()), () => this.#endWarmup())),
    };
  }

  #begin(): void {
    const { micros } = this.#warmup;
    if (micros !== null) this.#timers.push(this.#parts.timers.after(micros, () => this.#endWarmup()));
    for (let user = 0; user < this.#ownUsers; user++) this.#ready.push(user);
    this.#flush();
  }

  /** Starts the next requests of users who are ready, some now and the others behind the reads that have come meanwhile. */
  #flush(): void {
    this.#flushPlanned = false;
    for (const user of this.#ready.splice(0, startsPerTurn)) {
      if (this.#hasWork()) this.#start(user);
      else this.#stop('finished');
    }
    if (this.#ready.length > 0) this.#planFlush();
    else this.#planPrepare();
    this.#readyIfAllFly();
    this.#finishIfDone();
  }

  #planFlush(): void {
    if (this.#flushPlanned) return;
    this.#flushPlanned = true;
    this.#parts.timers.afterReads(() => this.#flush());
  }

  #start(user: number): void {
    const warmup = this.#warmup.started(this.#next);
    const attempt: Attempt = {
      index: this.#indexOf(this.#next),
      user: this.#parts.share.index + user * this.#parts.share.count,
      scheduled: null,
      warmup,
      firstWave: this.#next < this.#ownUsers,
    };
    this.#next++;
    this.#inFlight++;
    this.#parts.phases.dispatched(warmup);
    this.#parts.transport.start(attempt, (end) => this.#ended(attempt, user, end));
  }

  #ended(attempt: Attempt, user: number, end: AttemptEnd): void {
    this.#inFlight--;
    const warmupOver = this.#warmup.ended(attempt.warmup, this.#next);
    const reason = this.#watch.take(end, this.#parts.clock.now());
    if (reason !== null) this.#stop(reason);
    if (warmupOver) this.#endWarmup();
    if (!this.#hasWork()) this.#stop('finished');
    const pause = this.#stopped === null ? (this.#parts.thinkTime?.(attempt.index) ?? 0) : 0;
    if (pause > 0) this.#think(user, pause);
    else this.#return(user);
    this.#finishIfDone();
  }

  #think(user: number, pause: number): void {
    const thought = this.#parts.timers.after(pause, () => {
      this.#thoughts.delete(thought);
      this.#return(user);
    });
    this.#thoughts.add(thought);
  }

  /** The user can ask again, together with all others whose answers are among the reads of this turn. */
  #return(user: number): void {
    this.#ready.push(user);
    this.#planFlush();
  }

  #planPrepare(): void {
    if (this.#preparePlanned) return;
    this.#preparePlanned = true;
    this.#parts.timers.afterReads(() => this.#prepareAhead());
  }

  /** Builds one request ahead for each user, after the starts, so that no start waits for it. */
  #prepareAhead(): void {
    this.#preparePlanned = false;
    this.#prepared = Math.max(this.#prepared, this.#next);
    for (let built = 0; built < startsPerTurn && this.#mayPrepare; built++) this.#prepareNext();
    if (this.#mayPrepare) this.#planPrepare();
  }

  get #mayPrepare(): boolean {
    const ahead = this.#prepared - this.#next;
    return ahead < this.#ownUsers && this.#hasWork(ahead);
  }

  #prepareNext(): void {
    this.#parts.transport.prepare(this.#indexOf(this.#prepared++));
  }

  #indexOf(position: number): number {
    return ownIndex(this.#parts.share, this.#users, position);
  }

  #hasWork(ahead = 0): boolean {
    if (this.#stopped !== null) return false;
    const { stop, share } = this.#parts;
    if (stop.kind === 'duration') return true;
    const warmup = this.#warmup.starts;
    return warmup === null || this.#next + ahead < warmup + ownCount(share, this.#users, stop.count);
  }

  #endWarmup(): void {
    this.#warmup.end(this.#next);
    this.#readyIfAllFly();
  }

  /** Users who think are as present as those who wait for an answer. */
  #readyIfAllFly(): void {
    const present = this.#inFlight + this.#thoughts.size;
    if (this.#window !== 'before' || !this.#warmup.isOver || present < this.#ownUsers) return;
    if (this.#stopped !== null || this.#next === 0) return;
    this.#window = 'ready';
    this.#parts.gate.ready(this.#parts.clock.now());
  }

  #opened(at: number): void {
    this.#window = 'open';
    this.#parts.phases.windowOpened(at);
    const { stop, timers, clock } = this.#parts;
    if (stop.kind !== 'duration') return;
    const left = Math.max(0, at + stop.micros - clock.now());
    this.#timers.push(timers.after(left, () => this.#stop('finished')));
  }

  #closed(at: number): void {
    if (this.#window === 'open') this.#parts.phases.windowClosed(at);
    this.#window = 'closed';
  }

  #stop(reason: StopReason): void {
    if (this.#stopped !== null) return;
    // First, as it may tell that the window had just been opened by another worker.
    this.#parts.gate.close(this.#parts.clock.now());
    this.#stopped = reason;
    for (const thought of this.#thoughts) thought.cancel();
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
