import { performance } from 'node:perf_hooks';
import type { Launch } from './launcher.ts';
import { worked } from './outcome.ts';

/** A server that already runs: nothing is started, and nothing is stopped. */
export function externalLaunch(url: string): Launch {
  return async () =>
    worked({
      startedAtMillis: performance.now(),
      exited: new Promise(() => undefined),
      describe: async () => ({ kind: 'external', url }),
      stop: async () => worked(null),
      release: async () => undefined,
    });
}
