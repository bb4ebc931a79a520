/**
 * The stages of `core` in their one direction: a folder imports from folders before it, never from one behind. The last
 * one, `run`, wires them all.
 */
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
  'run',
];

/** Folders that every stage may use; they know no stage and not one another, but for `units`. */
export const everybodys: readonly string[] = ['units', 'clock', 'random', 'errors'];

/** Which workspace packages a package may import. Apps never import each other. */
export const packagesMayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  report: ['core'],
  importers: ['core'],
  'sim-server': ['core'],
  'results-store': ['core'],
  'runner-agent': ['core'],
  docs: ['core'],
  'cli-tui': ['core', 'report', 'importers', 'sim-server', 'results-store', 'runner-agent'],
};
