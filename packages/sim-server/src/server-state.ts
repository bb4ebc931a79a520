import type { ServingMetrics } from './answering/serving-metrics.ts';
import type { EngineDriver } from './clock/engine-driver.ts';
import type { MonotonicClock } from './clock/monotonic-clock.ts';
import type { TokenEngine } from './engine/token-engine.ts';
import type { SimulatedFault } from './faults/fault.ts';
import type { SimulatedProfile } from './profiles/simulated-profile.ts';
import type { TruthRecorder, TruthSnapshot } from './truth/truth-recorder.ts';

/** All that the routes of one running server share. */
export interface ServerState {
  readonly profile: SimulatedProfile;
  readonly seed: number;
  readonly faults: readonly SimulatedFault[];
  readonly clock: MonotonicClock;
  readonly engine: TokenEngine;
  readonly driver: EngineDriver;
  readonly truth: TruthRecorder;
  readonly metrics: ServingMetrics;
  /** Seconds since the epoch at the clock's zero. */
  readonly startedAtSeconds: number;
  /** The instant of the clock from which on the server is ready. */
  readonly readyAtMicros: number;
  /** Bare mode: every stream gets the same constant events. */
  readonly bare: boolean;
  /** Generation requests so far. */
  generationRequests: number;
  /** Ends the server as if its process had died. */
  readonly die: () => void;
  readonly truthSnapshot: () => TruthSnapshot;
}
