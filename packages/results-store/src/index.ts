export { defaultStorePath } from './default-store-path.ts';
export { openResultsStore } from './open-results-store.ts';
export type { BestThroughput, ResultsStore, RunVerdict, StoredResult, StoredRun } from './results-store.ts';
