import type { Clock } from '../clock/clock.ts';
import type { CapPolicy, StageLimit, WarmupLimit } from '../plan/planned-stage.ts';
import type { ArrivalSchedule } from '../schedule/arrival-schedule.ts';
import type { Micros } from '../units/units.ts';
import type { PhaseObserver } from './phase-observer.ts';
import type { RequestTransport } from './request-transport.ts';
import type { StageGate } from './stage-gate.ts';
import type { WorkerShare } from './worker-share.ts';

/** Timers as a port, so that a test can drive a stage without sleeping. */
export type Timers = {
  after(micros: number, run: () => void): { cancel(): void };
  /** Runs when the sockets that are readable now have been read. */
  afterReads(run: () => void): void;
};

/** Why somebody outside ended a stage early: the whole run ends, its queue only grew, or a person wanted no more of it. */
export type EarlyEnd = 'interrupted' | 'over-saturated' | 'skipped';

/** Why a stage stopped starting requests. */
export type StopReason = 'finished' | EarlyEnd | 'every-request-failed' | 'target-unreachable';

/** What both loops are made of. */
export type LoadParts = {
  readonly transport: RequestTransport;
  readonly phases: PhaseObserver;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly stop: StageLimit;
  readonly warmup: WarmupLimit;
  /** How long requests in flight may still run after the last start; then they are cut and counted. */
  readonly drainLimit: Micros;
  /** The longest time that one request may take: a target that answers nothing for so long is given up. */
  readonly patience: Micros;
  readonly share: WorkerShare;
  readonly gate: StageGate;
  /** When the stage starts in all workers, in microseconds from the run's zero. */
  readonly startAt: number;
};

export type OpenLoopParts = LoadParts & {
  /** Planned instants from the stage's start, warm-up included. */
  readonly schedule: ArrivalSchedule;
  /** At this many requests in flight, of all workers, an arrival is dropped or waits. */
  readonly maxInFlight: number;
  readonly capPolicy: CapPolicy;
};

export type ClosedLoopParts = LoadParts & {
  /** Users of all workers. */
  readonly users: number;
  /** Microseconds that a user pauses after request `index`; `null` where users ask again at once. */
  readonly thinkTime: ((index: number) => number) | null;
};

/** A stage that is running. */
export type RunningLoad = {
  /** Settles when the last request has ended. */
  readonly finished: Promise<StopReason>;
  /** Starts no more requests; those in flight may end. */
  stop(reason: EarlyEnd): void;
  /** Starts no more requests and cuts those in flight. */
  cut(): void;
  /** Ends a warm-up whose end somebody else decides, at an instant that has not passed yet. */
  endWarmup(at: number): void;
};
