import type { JobState } from '@kneepoint/runner-agent/client';

/** The words of the first screen of `kneepoint tui`: agents, their jobs, the newest results. */
export type HomeWords = {
  readonly title: string;
  readonly panels: Readonly<Record<'agents' | 'jobs' | 'results', string>>;
  readonly keys: Readonly<Record<'open' | 'move' | 'section' | 'history' | 'reread', string>>;
  readonly columns: Readonly<
    Record<'state' | 'job' | 'agent' | 'stages' | 'since' | 'result' | 'targets' | 'best' | 'trust', string>
  >;
  /** The agent of this very host. */
  readonly thisHost: string;
  /** Before the first answer. */
  readonly asking: string;
  version(version: string): string;
  /** How many jobs of an agent are under way and wait; neither is left out where it is 0. */
  jobs(counts: { readonly running: number; readonly waiting: number }): string;
  /** It does not answer; what was known of it before is still shown. */
  silent(reason: string): string;
  /** `seconds` have passed without an answer. */
  noAnswer(seconds: number): string;
  /** No agent listens on this host, and what starts one. */
  readonly noneHere: string;
  readonly states: Readonly<Record<JobState, string>>;
  readonly held: string;
  /** For how long something has been so, and how long ago it was; `duration` is written: `4m 5s`. */
  lasts(duration: string): string;
  ago(duration: string): string;
  /** What stands in an empty panel. */
  readonly noJobs: string;
  readonly noResults: string;
  readonly readingResults: string;
  resultsFailed(reason: string): string;
};
