import { availableParallelism } from 'node:os';
import { type BenchmarkOrder, type PlannedLoad, usageError } from '@kneepoint/core';
import { oneOf, positiveWhole } from './parse-flags.ts';

/** At so many requests in flight an open loop starts no more, unless somebody asks for another number. */
export const usualMaxInFlight = 20_000;

/** The flags that say how the client drives its load. */
export type ClientFlags = {
  readonly workers: string;
  readonly maxInFlight?: string;
  readonly atCap?: string;
};

/** How the client drives its load. Users limit themselves: a cap is for arrivals. */
export function clientOf(
  flags: ClientFlags,
  loads: readonly PlannedLoad[],
): Pick<BenchmarkOrder, 'workers' | 'maxInFlight' | 'capPolicy'> {
  const asked = flags.maxInFlight !== undefined ? '--max-in-flight' : '--at-cap';
  const isAsked = flags.maxInFlight !== undefined || flags.atCap !== undefined;
  if (isAsked && loads.every((load) => load.loop === 'closed'))
    throw usageError(
      'flags-exclude',
      `${asked} is for arrivals: users wait for their answers, so there is one request in flight for each`,
      'leave it out, or give --rate',
    );
  return {
    workers: flags.workers === 'auto' ? 'auto' : positiveWhole('--workers', flags.workers),
    maxInFlight:
      flags.maxInFlight === undefined
        ? usualMaxInFlight
        : positiveWhole('--max-in-flight', flags.maxInFlight),
    capPolicy: flags.atCap === undefined ? 'drop' : oneOf('--at-cap', flags.atCap, ['drop', 'late'] as const),
  };
}

/** A note where load workers have to share cores; `null` where each may have its own. */
export function crowdedWorkers(workers: number | 'auto', cores = availableParallelism()): string | null {
  return workers === 'auto' || workers <= cores
    ? null
    : `note: ${workers} load workers share ${cores} ${cores === 1 ? 'core' : 'cores'}; more workers than cores measure no better`;
}
