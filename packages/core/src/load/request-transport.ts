import type { Micros } from '../units/units.ts';

/** One request as the load engine starts it. `scheduled` is `null` in a closed loop. */
export type Attempt = {
  readonly index: number;
  readonly user: number;
  readonly scheduled: Micros | null;
  /** Dispatched before warm-up was over: not measured. */
  readonly warmup: boolean;
  /** Belongs to the first wave of the stage: cold. */
  readonly firstWave: boolean;
};

export type FlightStatus = 'completed' | 'failed' | 'cut';

/** What the load engine learns when a request is over. */
export type AttemptEnd = {
  readonly status: FlightStatus;
  /** The server could not even be reached. */
  readonly unreachable: boolean;
  /** The request took longer than one may. */
  readonly timedOut: boolean;
};

/** The port through which the load engine sends requests; it knows nothing of what an answer means. */
export type RequestTransport = {
  /** Builds the bytes of a request ahead of its start, so that building is never part of a latency. */
  prepare(index: number): void;
  /** Sends the request now; `onEnd` is called exactly once, later. */
  start(attempt: Attempt, onEnd: (end: AttemptEnd) => void): void;
  /** Ends every request in flight as `cut`. */
  cutAll(): void;
};
