import type { ClockZero } from '../clock/clock.ts';
import type { CapPolicy } from '../plan/planned-stage.ts';
import type { RequestObjective } from '../plan/request-limits.ts';
import type { Threshold } from '../plan/thresholds/threshold.ts';
import type { OwnResult } from '../result/own-result.ts';
import type { WorkloadFiles } from '../workload/workload-files.ts';
import type { TargetRequest } from './discover-target.ts';
import type { LiveProgress, RunEvent } from './run-event.ts';
import type { StagePlanner } from './stage-planner.ts';

/** What a run is to do. Everything in it was checked before. */
export type BenchmarkOrder = {
  readonly id: string;
  /** The zero of the run's clock where others count from it, too; `null` for one of its own. */
  readonly zero: ClockZero | null;
  readonly name: string;
  readonly command: string;
  readonly plan: unknown;
  readonly tool: OwnResult['tool'];
  readonly targets: readonly TargetRequest[];
  readonly stages: StagePlanner;
  readonly files: WorkloadFiles;
  readonly seed: string;
  readonly salt: string;
  readonly tokenizerPath: string | null;
  readonly settleMillis: number;
  /** Clears the servers' prefix caches between stages. */
  readonly clearPrefixCache: boolean;
  /** Load worker threads; `auto` takes what the load and this host ask for. */
  readonly workers: number | 'auto';
  readonly maxInFlight: number;
  readonly capPolicy: CapPolicy;
  /** What a request has to keep to count as good; each is counted on its own. */
  readonly objectives: readonly RequestObjective[];
  readonly thresholds: readonly Threshold[];
  /** Ends the run with the first stage that does not meet a threshold. */
  readonly abortOnFail: boolean;
  /** Stops an open-loop level early when its queue only grows. */
  readonly stopWhenSaturated: boolean;
  /** Events per second that this host was calibrated to read; `null` where it was not. */
  readonly ceilingEventsPerSecond: number | null;
  /** An interrupted run that this one goes on with: its finished stages are kept. */
  readonly resumeFrom: OwnResult | null;
  /** Where the request records go; `null` keeps none. */
  readonly requestsPath: string | null;
  /** The name of that file as the result says it. */
  readonly requestsName: string | null;
};

/** Whom a run tells what happens, and who keeps what it measured. */
export type BenchmarkEvents = {
  /** Called with each event as it happens; never while a measuring worker waits for it. */
  tell(event: RunEvent): void;
  /** Called with the result so far when the run starts, when a stage ends and when the run ends; the place to write it to disk. */
  save(result: OwnResult): Promise<void>;
};

/** A run in progress. */
export type RunningBenchmark = {
  readonly result: Promise<OwnResult>;
  /** How the stage that runs fares now; between stages the last one's totals, `null` before the first. */
  live(): LiveProgress | null;
  /** Starts no more requests, lets those in flight end, then ends the run. */
  stop(): void;
  /** Cuts what is in flight and ends the run. */
  cut(): void;
  /** Waits before the next stage, if there is one, until `release` or the run's end; the stage that runs goes on. */
  hold(): void;
  release(): void;
  /**
   * Starts no more requests in the stage that runs; those in flight may end. The stage stays in the result as partial, and
   * the next one starts. A run that is resumed does it again, as every stage that is not completed. Between two stages,
   * and when the stage has no request left to start, there is nothing to skip.
   */
  skip(): void;
};
