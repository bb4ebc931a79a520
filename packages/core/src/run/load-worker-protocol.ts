import type { ClockZero } from '../clock/clock.ts';
import type { GateMemory } from '../load/shared-gate.ts';
import type { EarlyEnd, StopReason } from '../load/stage-load.ts';
import type { WorkerShare } from '../load/worker-share.ts';
import type { LiveMemory } from '../measurement/live-memory.ts';
import type { Progress } from '../measurement/progress.ts';
import type { RecordBatch } from '../measurement/record-batch.ts';
import type { StageMeasurement } from '../measurement/stage-measurement.ts';
import type { WorkerHealth } from '../measurement/worker-health.ts';
import type { DialectName } from '../plan/dialect-name.ts';
import type { CapPolicy, PlannedStage } from '../plan/planned-stage.ts';
import type { RequestObjective } from '../plan/request-limits.ts';
import type { ConnectionCounts } from '../transport/connection-counts.ts';
import type { BodyExtensions } from '../transport/dialects/dialect.ts';
import type { ReadWaits } from '../transport/read-queue.ts';
import type { TargetAddress } from '../transport/target-address.ts';
import type { DatasetPack } from '../workload/datasets/dataset-pack.ts';
import type { TraceData } from '../workload/traces/trace-data.ts';

/** How to reach and ask a target; the same for all its stages. */
export type TargetAccess = {
  readonly address: TargetAddress;
  readonly dialect: DialectName;
  readonly model: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly extraBody: Readonly<Record<string, unknown>>;
  readonly extensions: BodyExtensions;
  readonly timeoutMicros: number;
};

/** The stage and everything that its requests are made of; the same for all its workers. */
export type StageOrder = {
  readonly stage: PlannedStage;
  readonly access: TargetAccess;
  readonly seed: string;
  /** `null` where the stage's prompts are not salted. */
  readonly salt: string | null;
  readonly dataset: DatasetPack | null;
  readonly trace: TraceData | null;
  /** Whether the main thread has the model's tokenizer: it then sends prompts of exact length, and counts what the server does not. */
  readonly tokenized: boolean;
  readonly drainLimitMicros: number;
  readonly maxInFlight: number;
  readonly capPolicy: CapPolicy;
  readonly objectives: readonly RequestObjective[];
  readonly keepAnswers: number;
};

/** What a worker is started with: the run's zero, and the memory in which it says how its part of a stage fares. */
export type WorkerMemory = {
  readonly zero: ClockZero;
  readonly progress: Float64Array<SharedArrayBuffer>;
  readonly live: LiveMemory;
};

/** A worker's part of a stage, and the memory in which it meets the others. */
export type WorkerOrder = StageOrder & { readonly share: WorkerShare; readonly gate: GateMemory };

/** A prompt of exact length, made by the main thread. */
export type FedPrompt = {
  readonly index: number;
  readonly systemText: string | null;
  readonly text: string;
};

/** Main thread to worker: besides orders, prompts of exact length and counts, which the main thread's tokenizer makes. */
export type ToWorker =
  | { readonly kind: 'run'; readonly order: WorkerOrder }
  | { readonly kind: 'stop'; readonly reason: EarlyEnd }
  | { readonly kind: 'cut' }
  /** The warm-up ends at this instant of the run's clock. */
  | { readonly kind: 'end-warmup'; readonly at: number }
  | { readonly kind: 'prompts'; readonly prompts: readonly FedPrompt[] }
  | { readonly kind: 'counted'; readonly id: number; readonly tokens: number | null };

export type ConnectionReport = Readonly<
  Pick<ConnectionCounts, 'opened' | 'reused' | 'staleReplaced' | 'waited' | 'reads' | 'bytes'>
>;

/** What one worker reports of its part of a stage. */
export type WorkerOutcome = {
  readonly measurement: StageMeasurement;
  readonly reason: StopReason;
  readonly health: WorkerHealth;
  readonly connections: ConnectionReport;
  readonly readWaits: ReadWaits;
  /** Prompts that the main thread's tokenizer had not made in time: their lengths are estimates. */
  readonly estimatedPrompts: number;
  /** The prompts of the kept answers. */
  readonly prompts: readonly string[];
};

/** A stage as all its workers measured it, and what each of them says of itself. */
export type StageOutcome = {
  readonly measurement: StageMeasurement;
  readonly reason: StopReason;
  readonly workers: readonly WorkerOutcome[];
  readonly prompts: readonly string[];
};

export type FromWorker =
  | { readonly kind: 'records'; readonly batch: RecordBatch }
  | { readonly kind: 'count'; readonly id: number; readonly text: string }
  | { readonly kind: 'window'; readonly edge: 'open' | 'close' }
  | { readonly kind: 'ended'; readonly outcome: WorkerOutcome }
  | {
      readonly kind: 'crashed';
      readonly message: string;
      readonly code: string | null;
      readonly hint: string | null;
    };

/** Fields of a worker's part of the shared progress array; it writes them ten times a second, anybody reads them. */
export const progressFields = [
  'dispatched',
  'completed',
  'failed',
  'events',
  'tokens',
  'inFlight',
  'firstTokens',
  'firstTokenSum',
] as const satisfies readonly (keyof Progress)[];
export type ProgressField = (typeof progressFields)[number];
