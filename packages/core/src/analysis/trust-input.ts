import type { Counts, Stage, TokenTotals } from '../result/stage-schema.ts';
import type { Micros } from '../units/units.ts';
import type { TrustFinding } from './trust-finding.ts';

/** What the trust verdict of a stage looks at. Unknown is `null`, and no rule judges what is unknown. */
export type TrustInput = {
  readonly status: Stage['status'];
  readonly counts: Counts;
  /** Length of the measurement window; `null` where none opened. */
  readonly windowMicros: Micros | null;
  readonly completedInWindow: number;
  /** failed / (completed + failed). */
  readonly errorRate: number | null;
  /** Share of a core that the busiest load worker used. */
  readonly cpuShare: number | null;
  /** How late the event loop came, its timer's own resolution taken off. */
  readonly eventLoopDelayP99Micros: Micros | null;
  /** The longest that a read may have waited for the ones before it, and what that is on average of first tokens. */
  readonly readWaitP99Micros: Micros | null;
  readonly firstTokenWaitMicros: Micros | null;
  readonly ttftMeanMicros: Micros | null;
  /** Garbage collection of all load workers during the stage, and how long that was. */
  readonly pausedMicros: Micros | null;
  readonly wholeMicros: Micros;
  /** Measured requests that waited for a connection to open. */
  readonly connectionWaits: number | null;
  /** What the load workers read, and what this host was calibrated for. */
  readonly eventsPerSecond: number | null;
  readonly ceilingEventsPerSecond: number | null;
  /** Open loop only. */
  readonly startLagP99Micros: Micros | null;
  readonly ttftP50Micros: Micros | null;
  readonly tokenGapP50Micros: Micros | null;
  readonly tokenSource: TokenTotals['source'];
  readonly coldMeanTtftMicros: Micros | null;
  readonly warmMeanTtftMicros: Micros | null;
  /** Whether a warm-up kept the cold requests out of the window. */
  readonly warmedUp: boolean;
  readonly concurrencyMean: number | null;
  /** Closed loop only. */
  readonly plannedUsers: number | null;
  /** Whether client and server share this host's cores. */
  readonly simulatedOrSameHost: boolean;
  /** What says that the stage still changed while it was measured. */
  readonly unsteady: TrustFinding | null;
};
