import type { JobRecord } from '@kneepoint/runner-agent/client';

/** A job as far as the first screen shows it; times are ISO 8601, by the agent's clock. */
export type HomeJob = Pick<
  JobRecord,
  'id' | 'name' | 'state' | 'createdAt' | 'startedAt' | 'endedAt' | 'stages' | 'hasResult'
> & { readonly held: boolean };

/** How an agent fares. */
export type AgentHealth =
  /** It was asked for the first time. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'answers'; readonly version: string }
  | { readonly kind: 'silent'; readonly reason: string }
  /** None is wanted there: the agent of this host, while nobody has started one. */
  | { readonly kind: 'absent' };

/** An agent as the first screen shows it: the jobs are those of its last answer, the newest first. */
export type HomeAgent = {
  readonly url: string;
  readonly health: AgentHealth;
  readonly jobs: readonly HomeJob[];
};

/** What is kept of a job's record; one of an earlier agent does not say whether it is held. */
export function homeJob(record: JobRecord): HomeJob {
  const { id, name, state, createdAt, startedAt, endedAt, stages, hasResult, held } = record;
  return { id, name, state, createdAt, startedAt, endedAt, stages, hasResult, held: held === true };
}
