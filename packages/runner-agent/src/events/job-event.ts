import type { PlannedStage, ProgressField, Stage, Target } from '@kneepoint/core';
import type { JobState } from '../jobs/job-state.ts';
import type { JsonObject } from '../jobs/ports.ts';

/** What happened to a job, before it has its number and its time. */
export type JobHappening =
  | { readonly kind: 'state'; readonly state: JobState; readonly reason: string | null }
  /** A server of the job: it starts, is ready, did not start, was stopped. */
  | {
      readonly kind: 'deployment';
      readonly target: string;
      readonly state: 'starting' | 'ready' | 'failed' | 'stopped' | 'kept';
      readonly reason: string | null;
    }
  /** A target said what it is. */
  | { readonly kind: 'target-found'; readonly target: Target }
  | {
      readonly kind: 'stage-started';
      readonly stage: PlannedStage;
      /** Of all the job's stages, from 0. */
      readonly position: number;
      readonly total: number;
    }
  | { readonly kind: 'stage-ended'; readonly stage: StageSummary }
  /** Totals of the stage that runs; a few a second, not kept for later. */
  | {
      readonly kind: 'progress';
      readonly stage: string;
      readonly fields: Readonly<Record<ProgressField, number>>;
    }
  /** A line that a deployed server wrote. */
  | { readonly kind: 'log'; readonly target: string; readonly line: string }
  /** Something that a person should know. */
  | { readonly kind: 'note'; readonly text: string }
  /** What the probes saw; about one a second, not kept for later. */
  | { readonly kind: 'probe'; readonly sample: JsonObject };

/** A stage that ended, as far as a screen wants it; all of it is in the result. */
export type StageSummary = Pick<Stage, 'id' | 'target' | 'status' | 'statusReason' | 'counts'> & {
  readonly verdict: Stage['trust']['verdict'];
};

/** An event of a job. Numbers rise and are not always consecutive; the time is the agent's, in ISO 8601. */
export type RecordedEvent = JobHappening & { readonly id: number; readonly at: string };

/** Said in a stream where a reader was too slow: events from the first to the last of these numbers were left out. */
export type EventsSkipped = {
  readonly kind: 'events-skipped';
  readonly from: number;
  readonly to: number;
};

/** What a listener of a job gets. */
export type JobEvent = RecordedEvent | EventsSkipped;

/** Events that are worth something only while they happen: they are not written to disk. */
export const passingKinds: readonly JobHappening['kind'][] = ['progress', 'probe'];
