import type { RunVerdict } from './results-store.ts';

/** What a list of runs can be ordered by: `throughput` is the best of a run, `exit` its exit code. */
export const runColumns = ['created', 'name', 'targets', 'stages', 'throughput', 'verdict', 'exit'] as const;

/** One of the columns that a list can be ordered by. */
export type RunColumn = (typeof runColumns)[number];

/**
 * The order of a list. What is unknown stands last in both directions; `verdict` goes from valid to no data. Runs that
 * are equal in the column stand newest first.
 */
export type RunOrder = { readonly column: RunColumn; readonly direction: 'ascending' | 'descending' };

/** Newest first. */
export const newestFirst: RunOrder = { column: 'created', direction: 'descending' };

/** Which runs are asked for; what is left out does not matter. */
export type RunFilter = {
  /** Words that all occur in the name, a target's name or the id; neither case nor the form of a letter matters. */
  readonly search?: string;
  /** One of these; none of them lets every run through. */
  readonly verdicts?: readonly RunVerdict[];
  /** The exact name of a target of the run. */
  readonly target?: string;
  /** Not older than this: ISO 8601, UTC, as `createdAt` is written. */
  readonly since?: string;
};

/** A page of the history: at most `limit` runs after the first `offset`, newest first where no order is given. */
export type RunQuery = RunFilter & {
  readonly limit?: number;
  readonly offset?: number;
  readonly order?: RunOrder;
};
