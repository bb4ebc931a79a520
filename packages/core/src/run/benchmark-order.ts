import type { ClockZero } from '../clock/clock.ts';
import type { CapPolicy, PlannedStage } from '../plan/planned-stage.ts';
import type { RequestObjective } from '../plan/request-limits.ts';
import type { Threshold } from '../plan/thresholds/threshold.ts';
import type { OwnResult } from '../result/own-result.ts';
import type { OwnStage } from '../result/own-stage.ts';
import type { WorkloadFiles } from '../workload/workload-files.ts';
import type { DiscoveredTarget, TargetRequest } from './discover-target.ts';
import type { ProgressField } from './load-worker-protocol.ts';
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

/** What a screen may show while the run goes. */
export type BenchmarkEvents = {
  targetFound(target: DiscoveredTarget['target']): void;
  stageStarted(
    stage: PlannedStage,
    position: number,
    /** `null` where nobody knows before how many stages there will be. */
    total: number | null,
    progress: (field: ProgressField) => number,
  ): void;
  stageEnded(stage: OwnStage): void;
  /** Something that a person should know and that is no figure. */
  note(text: string): void;
  /** Called with the result so far when the run starts, when a stage ends and when the run ends; the place to write it to disk. */
  save(result: OwnResult): Promise<void>;
};

/** A run in progress. */
export type RunningBenchmark = {
  readonly result: Promise<OwnResult>;
  /** Starts no more requests, lets those in flight end, then ends the run. */
  stop(): void;
  /** Cuts what is in flight and ends the run. */
  cut(): void;
};
