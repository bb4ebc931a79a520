import type { Clock } from '../clock/clock.ts';
import type { StageLimit } from '../plan/planned-stage.ts';
import type { ArrivalSchedule } from '../schedule/arrival-schedule.ts';
import type { Micros } from '../units/units.ts';
import type { PhaseObserver } from './phase-observer.ts';
import type { RequestTransport } from './request-transport.ts';

/** Timers as a port, so that a test can drive a stage without sleeping. */
export type Timers = {
  after(micros: number, run: () => void): { cancel(): void };
  /** Runs when the sockets that are readable now have been read. */
  afterReads(run: () => void): void;
};

/** Why a stage stopped starting requests. */
export type StopReason = 'finished' | 'interrupted' | 'every-request-failed' | 'target-unreachable';

/** What both loops are made of. */
export type LoadParts = {
  readonly transport: RequestTransport;
  readonly phases: PhaseObserver;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly stop: StageLimit;
  readonly warmup: StageLimit;
  /** How long requests in flight may still run after the last start; then they are cut and counted. */
  readonly drainLimit: Micros;
};

export type OpenLoopParts = LoadParts & {
  /** Planned instants from the stage's start, warm-up included. */
  readonly schedule: ArrivalSchedule;
  /** At this many requests in flight an arrival is dropped, and counted. */
  readonly maxInFlight: number;
};

export type ClosedLoopParts = LoadParts & { readonly users: number };

/** A stage that is running. */
export type RunningLoad = {
  /** Settles when the last request has ended. */
  readonly finished: Promise<StopReason>;
  /** Starts no more requests; those in flight may end. */
  stop(): void;
  /** Cuts what is in flight. */
  cut(): void;
};
