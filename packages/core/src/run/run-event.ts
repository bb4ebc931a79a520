import type { CoarseCounts } from '../measurement/coarse-buckets.ts';
import type { ServerSample } from '../measurement/server-observation.ts';
import type { PlannedStage } from '../plan/planned-stage.ts';
import type { Target } from '../result/result-file.ts';
import type { Stage } from '../result/stage-schema.ts';
import type { ErrorClass } from '../transport/error-class.ts';
import type { ProgressField } from './load-worker-protocol.ts';

/** Where a stage that runs is. */
export type StagePhase = 'warmup' | 'measuring' | 'draining';

/** Totals of the stage that runs, since it started. */
export type LiveProgress = {
  readonly fields: Readonly<Record<ProgressField, number>>;
  readonly phase: StagePhase;
  /** Times in microseconds by coarse bucket: first tokens (service time), gaps between tokens, how late requests started. */
  readonly latencies: {
    readonly ttft: CoarseCounts;
    readonly tokenGap: CoarseCounts;
    readonly startLag: CoarseCounts;
  };
  /** Failed requests by class. */
  readonly errors: Readonly<Partial<Record<ErrorClass, number>>>;
  /** Arrivals of an open loop that were dropped at the cap, and that started late because of it. */
  readonly dropped: number;
  readonly late: number;
  /** The share of a core that the busiest load worker used since the stage started, 0 to 1; `null` where it is not known. */
  readonly clientCpu: number | null;
};

/** The figures of an ended stage that a screen shows; times in microseconds, `null` where not measured. All of it is in the result. */
export type StageFigures = {
  readonly outputThroughput: number | null;
  readonly requestThroughput: number | null;
  readonly errorRate: number | null;
  readonly ttftP50: number | null;
  readonly ttftP95: number | null;
  readonly ttftP99: number | null;
  readonly tokenGapP50: number | null;
  readonly tokenGapP99: number | null;
};

/** A stage that ended, as far as a screen wants it. */
export type EndedStage = {
  readonly id: string;
  readonly target: string;
  readonly status: Stage['status'];
  readonly statusReason: string | null;
  readonly verdict: Stage['trust']['verdict'];
  readonly reasons: Stage['trust']['reasons'];
  readonly figures: StageFigures;
};

/** What a running benchmark tells whoever watches it: a screen, a log, an agent's listeners, another program. */
export type RunEvent =
  /**
   * All stages, in their order; `null` where only the search knows. `done` are those of them that a resumed run brought
   * along: they do not start again. The first event of a run.
   */
  | {
      readonly kind: 'planned';
      readonly stages: readonly PlannedStage[] | null;
      readonly done: readonly EndedStage[];
    }
  | { readonly kind: 'target-found'; readonly target: Target }
  | {
      readonly kind: 'stage-started';
      readonly stage: PlannedStage;
      /** Of all stages, from 0. */
      readonly position: number;
      /** `null` where nobody knows before how many there will be. */
      readonly total: number | null;
    }
  /** Four a second while a stage runs, and one with the final totals before it ends. */
  | ({ readonly kind: 'progress'; readonly stage: string } & LiveProgress)
  /** What the server says of itself; about one a second while a stage runs, where it has metrics. */
  | {
      readonly kind: 'server';
      readonly target: string;
      readonly sample: Pick<ServerSample, 'running' | 'waiting' | 'kvUse'>;
    }
  | { readonly kind: 'stage-ended'; readonly stage: EndedStage }
  /** The run was asked to wait before its next stage, or goes on: it was released, or is ending. */
  | { readonly kind: 'held'; readonly held: boolean }
  /** Something that a person should know. */
  | { readonly kind: 'note'; readonly text: string };
