import type { StoredRun } from '@kneepoint/results-store';
import { isEnded } from '@kneepoint/runner-agent/client';
import type { HomeAgent, HomeJob } from './home-agent.ts';

/** The parts of the first screen, in the order in which tab goes through them. */
export const homeSections = ['agents', 'jobs', 'results'] as const;
/** One of them. */
export type HomeSection = (typeof homeSections)[number];

/** A line of the first screen that can be chosen. The key is the same when the lists have changed. */
export type HomeRow =
  | { readonly section: 'agents'; readonly key: string; readonly agent: HomeAgent }
  | { readonly section: 'jobs'; readonly key: string; readonly agent: HomeAgent; readonly job: HomeJob }
  | { readonly section: 'results'; readonly key: string; readonly run: StoredRun };

/**
 * All lines in their order: agents, jobs (those under way first, then those that wait, then the newest that have ended),
 * results. A job that two agents tell of is there once: it is one agent under two names.
 */
export function homeRows(agents: readonly HomeAgent[], runs: readonly StoredRun[]): readonly HomeRow[] {
  const told = new Map(agents.flatMap((agent) => agent.jobs.map((job) => [job.id, { agent, job }])));
  const jobs = [...told.values()];
  return [
    ...agents.map((agent) => ({ section: 'agents' as const, key: `agent ${agent.url}`, agent })),
    ...jobs
      .toSorted((left, right) => compareJobs(left.job, right.job))
      .map(({ agent, job }) => ({
        section: 'jobs' as const,
        key: `job ${agent.url} ${job.id}`,
        agent,
        job,
      })),
    ...runs.map((run) => ({ section: 'results' as const, key: `result ${run.id}`, run })),
  ];
}

/** 0 for a job that is under way, 1 for one that waits, 2 for one that has ended. */
const rank = ({ state }: HomeJob): number => (isEnded(state) ? 2 : state === 'queued' ? 1 : 0);

/** Those that wait stand in the order in which they run, all others newest first. */
function compareJobs(left: HomeJob, right: HomeJob): number {
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  const byTime = right.createdAt.localeCompare(left.createdAt);
  return left.state === 'queued' ? -byTime : byTime;
}
