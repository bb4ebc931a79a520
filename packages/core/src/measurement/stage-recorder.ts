import type { Clock } from '../clock/clock.ts';
import type { PhaseObserver } from '../load/phase-observer.ts';
import type { RequestObjective } from '../plan/request-limits.ts';
import { type Flight, unset } from '../transport/flight.ts';
import type { TokenObserver } from '../transport/token-observer.ts';
import { ClassLatencies, type RequestClasses } from './class-latencies.ts';
import {
  type Concurrency,
  type ConcurrencyMark,
  ConcurrencySweep,
  type InFlightCounter,
} from './concurrency-sweep.ts';
import { ErrorTally, noFailures } from './error-tally.ts';
import { GoodputTally } from './goodput-tally.ts';
import { AnswerShelf } from './kept-answer.ts';
import { LatencySet } from './latency-set.ts';
import { LengthTally } from './length-tally.ts';
import type { LiveWriter } from './live-memory.ts';
import { noProgress, type Progress } from './progress.ts';
import type { RecordSink } from './record-batch.ts';
import { nothingAsked, withFlight } from './server-asked-totals.ts';
import { addSpeed, addTokens, emptyTally } from './span-tally.ts';
import type { StageMeasurement } from './stage-measurement.ts';
import { snapshotAtClose, snapshotAtOpen, tokenShare } from './token-share.ts';
import { TokenTotals } from './token-totals.ts';

export type StageRecorderOptions = {
  readonly clock: Clock;
  /** The requests in flight now; asked once when the window opens and once when it closes. */
  readonly flights: () => Iterable<Flight>;
  readonly records: RecordSink;
  /** How many answers to keep for a reader. */
  readonly keepAnswers: number;
  /** Requests in flight of all workers. */
  readonly inFlight: InFlightCounter;
  /** What a request has to keep to count as good; each is counted on its own. */
  readonly objectives: readonly RequestObjective[];
  readonly classes: RequestClasses;
};

/** Turns marks into histograms, tallies and records. One per stage and worker; it never blocks and never logs. */
export class StageRecorder implements TokenObserver, PhaseObserver {
  readonly progress: Progress = noProgress();
  readonly #options: StageRecorderOptions;
  readonly #inside = new LatencySet();
  readonly #outside = new LatencySet();
  readonly #cold = new LatencySet();
  readonly #window = emptyTally();
  readonly #whole = emptyTally();
  readonly #errors = new ErrorTally();
  readonly #warmupErrors = new ErrorTally();
  /** Of warm-up and after it. */
  readonly #failed = noFailures();
  readonly #totals = new TokenTotals();
  readonly #lengths = new LengthTally();
  readonly #windowSweep: ConcurrencySweep;
  readonly #wholeSweep: ConcurrencySweep;
  readonly #goodput: GoodputTally;
  readonly #classes: ClassLatencies;
  readonly #finishReasons: Record<string, number> = {};
  readonly #answers: AnswerShelf;
  readonly #counts = { planned: 0, dispatched: 0, dropped: 0, late: 0, completed: 0, failed: 0, cut: 0 };
  #windowOpen = unset;
  #windowClose = unset;
  #windowMark: ConcurrencyMark = { at: 0, integral: 0 };
  #windowConcurrency: Concurrency | null = null;
  #wholeMark: ConcurrencyMark | null = null;
  #start = unset;
  #coldCount = 0;
  #warmupRequests = 0;
  #asked = nothingAsked;

  constructor(options: StageRecorderOptions) {
    this.#options = options;
    this.#windowSweep = new ConcurrencySweep(options.inFlight);
    this.#wholeSweep = new ConcurrencySweep(options.inFlight);
    this.#goodput = new GoodputTally(options.objectives);
    this.#classes = new ClassLatencies(options.classes.names);
    this.#answers = new AnswerShelf(options.keepAnswers);
  }

  gap(flight: Flight, chunkGap: number, tokens: number, countedGap: number): void {
    if (this.#windowIsOpen()) this.#inside.recordGap(chunkGap, tokens, countedGap);
    else if (!flight.attempt.warmup) this.#outside.recordGap(chunkGap, tokens, countedGap);
    this.progress.events++;
  }

  dispatched(warmup: boolean): void {
    const now = this.#options.clock.now();
    if (this.#start === unset) this.#start = now;
    if (!warmup && this.#wholeMark === null) this.#wholeMark = this.#wholeSweep.mark(now);
    const inFlight = this.#options.inFlight.change(1);
    this.#wholeSweep.change(1, now, inFlight);
    this.#windowSweep.change(1, now, inFlight);
    this.progress.inFlight++;
    this.progress.dispatched++;
    if (warmup) this.#warmupRequests++;
    else {
      this.#counts.planned++;
      this.#counts.dispatched++;
    }
  }

  dropped(): void {
    this.#counts.planned++;
    this.#counts.dropped++;
  }

  delayed(): void {
    this.#counts.late++;
  }

  windowOpened(at: number): void {
    this.#windowOpen = at;
    this.#windowMark = this.#windowSweep.mark(at);
    for (const flight of this.#options.flights()) snapshotAtOpen(flight);
  }

  windowClosed(at: number): void {
    this.#windowClose = at;
    this.#windowConcurrency = this.#windowSweep.since(this.#windowMark, at);
    for (const flight of this.#options.flights()) snapshotAtClose(flight);
  }

  left(flight: Flight): void {
    const inFlight = this.#options.inFlight.change(-1);
    this.#wholeSweep.change(-1, flight.closed, inFlight);
    this.#windowSweep.change(-1, flight.closed, inFlight);
    this.progress.inFlight--;
  }

  ended(flight: Flight): void {
    // A request may be recorded long after it was over, when its tokens had to be counted.
    const sawWindow = this.#windowOpen !== unset && flight.closed >= this.#windowOpen;
    const share = tokenShare(flight, sawWindow);
    this.progress.tokens += share.total ?? 0;
    if (flight.firstToken !== unset) {
      this.progress.firstTokens++;
      this.progress.firstTokenSum += flight.firstToken - flight.sent;
    }
    if (flight.status === 'completed') this.progress.completed++;
    else if (flight.status === 'failed') {
      this.progress.failed++;
      if (flight.errorClass !== null) this.#failed[flight.errorClass]++;
    }
    if (this.#windowOpen !== unset)
      addTokens(this.#window, flight, share.inWindow, this.#inWindow(flight.firstToken));
    this.#asked = withFlight(this.#asked, flight);
    if (!flight.attempt.warmup) this.#measured(flight, share.total);
    else if (flight.status === 'failed') this.#warmupErrors.take(flight);
    this.#options.records.take(flight);
  }

  /** Says how the stage fares so far; what it counts is what the figures of the whole stage count. */
  share(live: LiveWriter): void {
    const [inside, outside] = [this.#inside, this.#outside];
    live.latency('ttft', [inside.requests.ttft, outside.requests.ttft]);
    live.latency('startLag', [inside.requests.startLag, outside.requests.startLag]);
    live.latency('tokenGap', [
      inside.singleGap,
      inside.otherTokenGap,
      outside.singleGap,
      outside.otherTokenGap,
    ]);
    live.errors(this.#failed);
    live.arrivals(this.#counts.dropped, this.#counts.late);
  }

  /** Call once, when every request has ended. */
  finish(): StageMeasurement {
    const now = this.#options.clock.now();
    const whole = new LatencySet();
    whole.merge(this.#inside);
    whole.merge(this.#outside);
    const wholeConcurrency = this.#wholeMark === null ? null : this.#wholeSweep.since(this.#wholeMark, now);
    return {
      windowOpen: this.#windowOpen === unset ? null : this.#windowOpen,
      windowClose: this.#windowClose === unset ? null : this.#windowClose,
      wholeStart: this.#wholeMark?.at ?? now,
      wholeEnd: now,
      warmup: {
        requests: this.#warmupRequests,
        duration: Math.max(0, (this.#wholeMark?.at ?? now) - Math.max(0, this.#start)),
        errors: this.#warmupErrors.list(),
      },
      asked: this.#asked,
      counts: { ...this.#counts },
      errors: this.#errors.list(),
      window: { latencies: this.#inside, tally: this.#window, concurrency: this.#windowConcurrency },
      whole: { latencies: whole, tally: this.#whole, concurrency: wholeConcurrency },
      cold: { latencies: this.#cold, count: this.#coldCount },
      goodput: this.#goodput.list(this.#counts.dropped),
      classes: this.#classes.list(),
      lengths: { input: this.#lengths.input, output: this.#lengths.output },
      tokens: this.#totals.list(),
      finishReasons: this.#finishReasons,
      keptAnswers: this.#answers.kept,
    };
  }

  #measured(flight: Flight, total: number | null): void {
    addTokens(this.#whole, flight, total, flight.firstToken !== unset);
    this.#totals.take(flight, total);
    if (flight.status === 'completed') this.#lengths.take(flight);
    this.#counts[flight.status]++;
    if (this.#plannedInWindow(flight)) this.#goodput.take(flight);
    const inside = this.#inWindow(flight.closed);
    if (flight.status === 'failed') {
      this.#errors.take(flight);
      this.#whole.failed++;
      if (inside) this.#window.failed++;
    }
    if (flight.status !== 'completed') return;
    this.#complete(flight, inside);
  }

  #complete(flight: Flight, inside: boolean): void {
    this.#whole.completed++;
    addSpeed(this.#whole, flight);
    if (inside) {
      this.#window.completed++;
      addSpeed(this.#window, flight);
    }
    (inside ? this.#inside : this.#outside).recordRequest(flight);
    if (inside) this.#classes.take(this.#options.classes.of(flight.attempt), flight);
    if (flight.attempt.firstWave || flight.openedConnection) {
      this.#cold.recordRequest(flight);
      this.#coldCount++;
    }
    const reason = flight.finishReason ?? 'none';
    this.#finishReasons[reason] = (this.#finishReasons[reason] ?? 0) + 1;
    this.#answers.take(flight);
  }

  #windowIsOpen(): boolean {
    return this.#windowOpen !== unset && this.#windowClose === unset;
  }

  /** In flight when the window opened, or planned before it closed: a closed loop's first requests are in flight when it opens. */
  #plannedInWindow(flight: Flight): boolean {
    if (this.#windowOpen === unset || flight.closed < this.#windowOpen) return false;
    const planned = flight.scheduled === unset ? flight.dispatched : flight.scheduled;
    return this.#windowClose === unset || planned <= this.#windowClose;
  }

  #inWindow(instant: number): boolean {
    if (instant === unset || this.#windowOpen === unset || instant < this.#windowOpen) return false;
    return this.#windowClose === unset || instant <= this.#windowClose;
  }
}
