/** A module of its own, so that a shell that asks for ids loads the database and nothing of a result. */
export { recentRuns } from '@kneepoint/results-store';
