/** The stages of `core` in their one direction: a folder imports from folders before it, never from one behind. */
export const coreArrow: readonly string[] = [
  'plan',
  'workload',
  'schedule',
  'load',
  'transport',
  'measurement',
  'statistics',
  'result',
  'analysis',
];

/** Folders that every stage may use; they know no stage and not one another, but for `units`. */
export const everybodys: readonly string[] = ['units', 'clock', 'random', 'errors'];

/** Files beside the stages that wire them. */
export const wiring: readonly string[] = [
  'extension-refusal.ts',
  'rehearsal.ts',
  'stage-source.ts',
  'tokenizing.ts',
  'run-benchmark.ts',
  'discover-target.ts',
  'load-worker.ts',
  'load-worker-thread.ts',
  'load-workers.ts',
  'load-worker-protocol.ts',
  'stage-worker.ts',
  'stage-requests.ts',
  'conversation-book.ts',
  'run-stage.ts',
  'stage-watch.ts',
  'stage-planner.ts',
  'assemble-result.ts',
  'workers-to-start.ts',
  'held-records.ts',
  'benchmark-order.ts',
];

/** Which workspace packages a package may import. Apps never import each other. */
export const packagesMayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  report: ['core'],
  'sim-server': ['core'],
  'results-store': ['core'],
  'cli-tui': ['core', 'report', 'sim-server', 'results-store'],
};
