import { type StageLoad, usageError } from '@kneepoint/core';

/** N users who each wait for their answer. */
export const closedLoop = (users: number): StageLoad => ({ loop: 'closed', users, thinkTime: null });

/** All requests at one instant: none waits for another. */
export const atOnce = (count: number): StageLoad => ({
  loop: 'open',
  requestsPerSecond: null,
  arrivals: { kind: 'at-once', count },
  maxInFlight: null,
  atCap: null,
});

/** Arrivals at a rate, with the cap on requests in flight where the tool says one. */
export function openLoop(rate: {
  readonly requestsPerSecond: number;
  readonly kind: 'constant' | 'poisson' | 'gamma';
  readonly burstiness: number | null;
  readonly cap: number | null;
}): StageLoad {
  const { requestsPerSecond, kind, burstiness, cap } = rate;
  return {
    loop: 'open',
    requestsPerSecond,
    arrivals:
      kind === 'gamma'
        ? { kind, requestsPerSecond, burstiness: burstiness ?? 1 }
        : { kind, requestsPerSecond },
    maxInFlight: cap,
    atCap: cap === null ? null : 'late',
  };
}

/** The suite that a load of another tool belongs to. */
export function suiteOf(load: StageLoad): 'concurrency' | 'rate' | 'arrivals' {
  if (load.loop === 'closed') return 'concurrency';
  return load.arrivals.kind === 'at-once' ? 'arrivals' : 'rate';
}

/** The load that the person gave for a file that does not say it. Throws a usage error where it was not given. */
export function givenLoad(file: { readonly name: string; readonly users: number | null }): StageLoad {
  if (file.users !== null) return closedLoop(file.users);
  throw usageError(
    'import-load-unknown',
    `${file.name} does not say how many users were in flight`,
    'say it: --users 50',
  );
}

/** A file without a load in which nothing was answered. */
export const nothingCompleted = (name: string): Error =>
  usageError('import-no-request', `no request was completed in ${name}`, 'there is nothing to import');
