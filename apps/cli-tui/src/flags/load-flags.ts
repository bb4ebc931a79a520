import {
  type ArrivalPlan,
  type Parsed,
  type PlannedLoad,
  parseDistribution,
  parseRamp,
  parseSteps,
  timeUnit,
  usageError,
} from '@kneepoint/core';
import { oneOf, positiveNumber, positiveNumbers, positiveWhole, positiveWholes } from './parse-flags.ts';

/** The flags that say when requests start. */
export type LoadFlags = {
  readonly users?: string;
  readonly thinkTime?: string;
  readonly rate?: string;
  readonly arrivals: string;
  readonly burstiness?: string;
  readonly ramp?: string;
  readonly steps?: string;
  readonly trace?: string;
  readonly timeScale?: string;
  readonly atOnce?: string;
};

const defaultUsers = '1,4,16';

/** The loads that the flags ask for, one per level. */
export function benchLoads(flags: LoadFlags): PlannedLoad[] {
  const given = (['users', 'rate', 'ramp', 'steps', 'trace', 'atOnce'] as const).filter(
    (name) => flags[name] !== undefined,
  );
  const [first = 'users', second] = given;
  if (second !== undefined) throw excluded(first, second);
  if (first !== 'users' && flags.thinkTime !== undefined)
    throw usageError(
      'flags-exclude',
      `--think-time and --${flagOf(first)} exclude each other: only users pause, arrivals do not wait for answers`,
      'give --users with --think-time',
    );
  if (first === 'users') return closedLoads(flags);
  if (first === 'rate') return ratePlans(flags).map(openLoad);
  return [openLoad(shapedPlan(first, flags))];
}

function excluded(first: string, second: string): Error {
  const why =
    first === 'users'
      ? ': users wait for their answers, a rate does not'
      : ': each says when requests arrive';
  return usageError(
    'flags-exclude',
    `--${flagOf(first)} and --${flagOf(second)} exclude each other${why}`,
    'give one of them',
  );
}

const flagOf = (name: string): string => (name === 'atOnce' ? 'at-once' : name);

const openLoad = (arrivals: ArrivalPlan): PlannedLoad => ({ loop: 'open', arrivals });

function closedLoads(flags: LoadFlags): PlannedLoad[] {
  const thinkTime =
    flags.thinkTime === undefined
      ? null
      : taken('--think-time', parseDistribution(flags.thinkTime, timeUnit), '--think-time 2s');
  return positiveWholes('--users', flags.users ?? defaultUsers).map((users) => ({
    loop: 'closed',
    users,
    thinkTime,
  }));
}

function ratePlans(flags: LoadFlags): ArrivalPlan[] {
  const kind = oneOf('--arrivals', flags.arrivals, ['constant', 'poisson', 'gamma'] as const);
  if (kind === 'gamma' && flags.burstiness === undefined)
    throw usageError(
      'flag-missing',
      '--arrivals gamma needs --burstiness',
      'for example: --burstiness 0.5 (1 is poisson, below 1 arrivals bunch)',
    );
  if (kind !== 'gamma' && flags.burstiness !== undefined)
    throw usageError(
      'flags-exclude',
      `--burstiness has no meaning with --arrivals ${kind}`,
      'give --arrivals gamma',
    );
  const burstiness = flags.burstiness === undefined ? 1 : positiveNumber('--burstiness', flags.burstiness);
  return positiveNumbers('--rate', flags.rate ?? '').map((requestsPerSecond) =>
    kind === 'gamma' ? { kind, requestsPerSecond, burstiness } : { kind, requestsPerSecond },
  );
}

function shapedPlan(shape: 'ramp' | 'steps' | 'trace' | 'atOnce', flags: LoadFlags): ArrivalPlan {
  if (shape === 'ramp') return taken('--ramp', parseRamp(flags.ramp ?? ''), '--ramp 1:20:30s');
  if (shape === 'steps') return taken('--steps', parseSteps(flags.steps ?? ''), '--steps 2:10s,8:10s');
  if (shape === 'atOnce') return { kind: 'at-once', count: positiveWhole('--at-once', flags.atOnce ?? '') };
  const timeScale = flags.timeScale === undefined ? 1 : positiveNumber('--time-scale', flags.timeScale);
  return { kind: 'trace', source: flags.trace ?? '', timeScale };
}

/** The value of a flag that was read, or a usage error that names it. */
export function taken<Value>(flag: string, read: Parsed<Value>, example: string): Value {
  if (read.ok) return read.value;
  throw usageError('flag-value', `${flag}: ${read.problem}`, `for example: ${example}`);
}
