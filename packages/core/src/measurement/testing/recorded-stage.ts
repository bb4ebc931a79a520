import type { RequestObjective } from '../../plan/request-limits.ts';
import { createEventReading } from '../../transport/dialects/dialect.ts';
import { applyReading, fail, judgeAnswer } from '../../transport/exchange.ts';
import { Flight } from '../../transport/flight.ts';
import { micros } from '../../units/units.ts';
import { noClasses, type RequestClasses } from '../class-latencies.ts';
import { createInFlightCounter, type InFlightCounter } from '../concurrency-sweep.ts';
import type { StageMeasurement } from '../stage-measurement.ts';
import { StageRecorder } from '../stage-recorder.ts';

/** What a test says about a request; by default it is measured, warm, and sent the moment it was dispatched. */
export type RequestKind = {
  readonly warmup?: boolean;
  readonly firstWave?: boolean;
  readonly opened?: boolean;
  readonly inputTokens?: number;
};

/** A stage told instant by instant: a recorder, its clock, and requests whose events the test lets happen. */
export class RecordedStage {
  now = 0;
  readonly recorder: StageRecorder;
  readonly taken: Flight[] = [];
  readonly #inFlight = new Set<Flight>();
  #next = 0;

  constructor(
    keepAnswers = 0,
    objectives: readonly RequestObjective[] = [],
    classes: RequestClasses = noClasses,
    inFlight: InFlightCounter = createInFlightCounter(),
  ) {
    this.recorder = new StageRecorder({
      clock: { now: () => micros(this.now) },
      flights: () => this.#inFlight,
      records: { take: (flight) => void this.taken.push(flight) },
      keepAnswers,
      inFlight,
      objectives,
      classes,
    });
  }

  start(
    at: number,
    { warmup = false, firstWave = false, opened = false, inputTokens = -1 }: RequestKind = {},
  ): Flight {
    this.now = at;
    this.recorder.dispatched(warmup);
    const flight = new Flight({ index: this.#next++, user: 0, scheduled: null, warmup, firstWave });
    Object.assign(flight, { dispatched: at, sent: at, openedConnection: opened, inputTokens });
    this.#inFlight.add(flight);
    return flight;
  }

  /** A text event; `total` is the cumulative count that it carries, `null` when it carries none. */
  token(at: number, flight: Flight, total: number | null): void {
    this.now = at;
    const reading = {
      ...createEventReading(),
      kind: 'text' as const,
      visible: true,
      cumulativeTokens: total ?? -1,
    };
    applyReading(flight, reading, at, this.recorder);
  }

  open(at: number): void {
    this.now = at;
    this.recorder.windowOpened(at);
  }

  close(at: number): void {
    this.now = at;
    this.recorder.windowClosed(at);
  }

  /** The request is over; `usage` is the total of a last usage-only event. */
  end(at: number, flight: Flight, usage: number | null = null): void {
    this.leave(at, flight);
    if (usage !== null) flight.outputTokens = usage;
    flight.finishReason = 'length';
    judgeAnswer(flight, 'usage');
    this.recorder.ended(flight);
  }

  fail(at: number, flight: Flight, detail: string): void {
    this.leave(at, flight);
    fail(flight, 'http-status', detail, `body of ${detail}`);
    judgeAnswer(flight, 'usage');
    this.recorder.ended(flight);
  }

  cut(at: number, flight: Flight): void {
    this.leave(at, flight);
    flight.status = 'cut';
    this.recorder.ended(flight);
  }

  /** The request is no longer in flight, and not recorded yet. */
  leave(at: number, flight: Flight): void {
    this.now = at;
    flight.closed = at;
    this.#inFlight.delete(flight);
    this.recorder.left(flight);
  }

  finish(at: number): StageMeasurement {
    this.now = at;
    return this.recorder.finish();
  }
}
