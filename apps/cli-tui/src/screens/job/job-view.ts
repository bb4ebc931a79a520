import type { JobRecord, JobState } from '@kneepoint/runner-agent/client';
import type { LiveRun } from '../../live/live-run.ts';

/** Where following a job is. */
export type JobFollowing =
  /** Nothing has come yet; `lost` is why, once a try has failed. */
  | { readonly kind: 'connecting'; readonly lost: string | null }
  /** Events come, or came and are waited for: the picture says which. */
  | { readonly kind: 'following' }
  | { readonly kind: 'ended'; readonly record: JobRecord }
  /** Following is over for good: no such job, a wrong token. */
  | { readonly kind: 'failed'; readonly error: unknown };

/** A job as far as it has been seen. */
export type JobView = {
  readonly following: JobFollowing;
  /** `null` before it was told. */
  readonly state: JobState | null;
  readonly run: LiveRun;
};
