import type { RunEvent } from '@kneepoint/core';
import type { JobState } from '../jobs/job-state.ts';
import type { JsonObject } from '../jobs/ports.ts';
import type { GpuLabel } from '../probes/gpu-panel.ts';

/**
 * What happened to a job, before it has its number and its time: what a run here tells, over all turns of the job, and
 * what only a job has. `planned` comes once, when the job starts, with all stages in the order in which they run; those
 * that a resumed run brought along come first and are in `done`. A stage's position is its place in that list.
 */
export type JobHappening =
  | RunEvent
  | { readonly kind: 'state'; readonly state: JobState; readonly reason: string | null }
  /** A server of the job: it starts, is ready, did not start, was stopped. */
  | {
      readonly kind: 'deployment';
      readonly target: string;
      readonly state: 'starting' | 'ready' | 'failed' | 'stopped' | 'kept';
      readonly reason: string | null;
    }
  /** A line that a deployed server wrote. */
  | { readonly kind: 'log'; readonly target: string; readonly line: string }
  /** What the probes saw; about one a second. `gpus` says what the sample's GPUs are. */
  | { readonly kind: 'probe'; readonly sample: JsonObject; readonly gpus: readonly GpuLabel[] };

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
export const passingKinds: readonly JobHappening['kind'][] = ['progress', 'probe', 'server'];

/** Events of which there may be any number: they stop being written when a job's file is full. */
export const wordyKinds: readonly JobHappening['kind'][] = ['log', 'note'];
