import type { Result } from '@kneepoint/core';
import type { RunFilter, RunQuery } from './run-query.ts';

/** The verdicts of a run, the best first. */
export const runVerdicts = ['valid', 'suspect', 'invalid', 'no-data'] as const;

/** The worst verdict among a run's stages; `no-data` when it has none. */
export type RunVerdict = (typeof runVerdicts)[number];

/** The best output throughput of a run, with the target and the load that reached it. */
export type BestThroughput = {
  readonly outputTokensPerSecond: number;
  readonly target: string;
  /** `users(50)` or `rate(8)`, as a threshold names a load. */
  readonly load: string;
};

/** What a list of runs shows of one run. */
export type StoredRun = {
  readonly id: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly targets: readonly string[];
  readonly stageCount: number;
  readonly verdict: RunVerdict;
  /** `null` when no stage that can be used measured one. */
  readonly best: BestThroughput | null;
  readonly exitCode: number | null;
  /** Where the result file was when the run was saved; it may have moved since. */
  readonly resultPath: string;
};

/** A stored run with its whole result, which does not depend on the file still being there. */
export type StoredResult = StoredRun & { readonly result: Result };

/** The history of runs. Every dialect keeps the same contract (`testing/results-store-contract.ts`). */
export type ResultsStore = {
  /** Saves a run; saving the same id again replaces it (a resumed run grows). */
  save(result: Result, resultPath: string): void;
  /** Newest first where no order is given, all of them without a limit. Reads no documents. */
  list(query?: RunQuery): StoredRun[];
  /** How many runs a list without a limit would hold. */
  count(filter?: RunFilter): number;
  /** Where a run stands in the list of a query, from 0, whatever its limit; `null` where it is not in it. */
  positionOf(id: string, query?: RunQuery): number | null;
  /** The names of all targets of all runs, in the order of their code points. */
  targetNames(): string[];
  /**
   * The run with this id, or the only one whose id begins so; `null` when none does.
   * Throws a KneepointError `ambiguous-run-id` when several do, `stored-result-unreadable` when the stored document is not a result.
   */
  get(idOrUniquePrefix: string): StoredResult | null;
  /** Forgets the run with exactly this id; `false` when there is none. The result file stays where it is. */
  remove(id: string): boolean;
  close(): void;
};
