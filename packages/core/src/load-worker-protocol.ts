import type { StopReason } from './load/stage-load.ts';
import type { RecordBatch } from './measurement/record-batch.ts';
import type { StageMeasurement } from './measurement/stage-measurement.ts';
import type { WorkerHealth } from './measurement/worker-health.ts';
import type { PlannedStage } from './plan/planned-stage.ts';
import type { BodyExtensions, DialectName } from './transport/dialects/dialect.ts';
import type { TargetAddress } from './transport/target-address.ts';

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

/** The stage and everything that its requests are made of. */
export type StageOrder = {
  readonly stage: PlannedStage;
  readonly access: TargetAccess;
  readonly seed: string;
  readonly salt: string;
  readonly fixedPrompt: string | null;
  readonly prompts: readonly string[] | null;
  /** Whether the main thread has the model's tokenizer: it then sends prompts of exact length, and counts what the server does not. */
  readonly tokenized: boolean;
  readonly drainLimitMicros: number;
  readonly maxInFlight: number;
  readonly keepAnswers: number;
};

/** Texts of requests from one index on. */
export type PromptBatch = { readonly from: number; readonly texts: readonly string[] };

/** Main thread to worker: besides orders, prompts of exact length and counts, which the main thread's tokenizer makes. */
export type ToWorker =
  | { readonly kind: 'run'; readonly order: StageOrder }
  | { readonly kind: 'stop' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'prompts'; readonly batch: PromptBatch }
  | { readonly kind: 'counted'; readonly id: number; readonly tokens: number | null };

export type ConnectionReport = {
  readonly opened: number;
  readonly reused: number;
  readonly staleReplaced: number;
  readonly reads: number;
  readonly bytes: number;
};

/** A kept answer and the prompt that it answers. */
export type StageOutcome = {
  readonly measurement: StageMeasurement;
  readonly reason: StopReason;
  readonly health: WorkerHealth;
  readonly connections: ConnectionReport;
  readonly prompts: readonly string[];
};

export type FromWorker =
  | { readonly kind: 'records'; readonly batch: RecordBatch }
  | { readonly kind: 'count'; readonly id: number; readonly text: string }
  | { readonly kind: 'ended'; readonly outcome: StageOutcome }
  | {
      readonly kind: 'crashed';
      readonly message: string;
      readonly code: string | null;
      readonly hint: string | null;
    };

/** Fields of the shared progress array; the worker writes them ten times a second, anybody reads them. */
export const progressFields = ['dispatched', 'completed', 'failed', 'events', 'tokens', 'inFlight'] as const;
export type ProgressField = (typeof progressFields)[number];
