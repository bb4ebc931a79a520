export { defaultStorePath } from './default-store-path.ts';
export { openResultsStore } from './open-results-store.ts';
export {
  type BestThroughput,
  type ResultsStore,
  type RunVerdict,
  runVerdicts,
  type StoredResult,
  type StoredRun,
} from './results-store.ts';
export {
  newestFirst,
  type RunColumn,
  type RunFilter,
  type RunOrder,
  type RunQuery,
  runColumns,
} from './run-query.ts';
export { type RecentRun, recentRuns } from './sqlite/recent-runs.ts';
