import {
  type ArrivalPlan,
  arrivalKinds,
  leastBurstiness,
  type PlannedLoad,
  parseDistribution,
  parseRamp,
  parseSteps,
  timeUnit,
  usageError,
} from '@kneepoint/core';
import {
  needs,
  oneOf,
  positiveNumber,
  positiveNumbers,
  positiveWhole,
  positiveWholes,
  taken,
} from './parse-flags.ts';

/** The flags that say when requests start. */
export type LoadFlags = {
  readonly users?: string;
  readonly thinkTime?: string;
  readonly rate?: string;
  readonly arrivals?: string;
  readonly burstiness?: string;
  readonly ramp?: string;
  readonly steps?: string;
  readonly trace?: string;
  readonly timeScale?: string;
  readonly atOnce?: string;
};

const defaultUsers = '1,4,16';

/** The flags of which one says what the load is, with the words for it. */
const loadFlags = {
  users: '--users',
  rate: '--rate',
  ramp: '--ramp',
  steps: '--steps',
  trace: '--trace',
  atOnce: '--at-once',
} as const;
type LoadFlag = keyof typeof loadFlags;

/** The loads that the flags ask for, one per level. */
export function benchLoads(flags: LoadFlags): PlannedLoad[] {
  const given = (Object.keys(loadFlags) as LoadFlag[]).filter((name) => flags[name] !== undefined);
  const [first = 'users', second] = given;
  if (second !== undefined) throw excluded(first, second);
  refuseArrivals(flags, given[0] ?? null);
  if (first === 'users') return closedLoads(flags);
  return first === 'rate' ? ratePlans(flags).map(openLoad) : [openLoad(shapedPlan(first, flags))];
}

function excluded(first: LoadFlag, second: LoadFlag): Error {
  const why =
    first === 'users'
      ? `users wait for their answers, a ${second === 'rate' ? 'rate' : 'load with arrivals'} does not`
      : 'each says when requests arrive';
  return usageError(
    'flags-exclude',
    `${loadFlags[first]} and ${loadFlags[second]} exclude each other: ${why}`,
    'give one of them',
  );
}

/** The flag that each kind of arrivals comes from. */
const flagOfKind = {
  constant: 'rate',
  poisson: 'rate',
  gamma: 'rate',
  ramp: 'ramp',
  steps: 'steps',
  trace: 'trace',
  'at-once': 'atOnce',
} as const satisfies Record<ArrivalPlan['kind'], LoadFlag>;

/** Refuses what belongs to another load than the one that was asked for; `null` is the usual users. */
function refuseArrivals(flags: LoadFlags, given: LoadFlag | null): void {
  if (flags.thinkTime !== undefined && given !== null && given !== 'users')
    throw usageError(
      'flags-exclude',
      `--think-time and ${loadFlags[given]} exclude each other: only users pause, arrivals do not wait for answers`,
      'give --users with --think-time',
    );
  needs('--burstiness', flags.burstiness, '--rate', flags.rate);
  needs('--time-scale', flags.timeScale, '--trace', flags.trace);
  if (flags.arrivals === undefined) return;
  const kind = oneOf('--arrivals', flags.arrivals, arrivalKinds);
  const needed = flagOfKind[kind];
  if (needed === given) return;
  if (given === null || given === 'users')
    throw usageError(
      'flag-missing',
      `--arrivals ${kind} needs ${loadFlags[needed]}`,
      'see: kneepoint bench --help',
    );
  throw usageError(
    'flags-exclude',
    `--arrivals ${kind} and ${loadFlags[given]} exclude each other: ${loadFlags[given]} has arrivals of its own`,
    'leave --arrivals out',
  );
}

const openLoad = (arrivals: ArrivalPlan): PlannedLoad => ({ loop: 'open', arrivals });

function closedLoads(flags: LoadFlags): PlannedLoad[] {
  const thinkTime =
    flags.thinkTime === undefined
      ? null
      : taken('--think-time', parseDistribution(flags.thinkTime, timeUnit), '--think-time exponential:2s');
  return positiveWholes('--users', flags.users ?? defaultUsers).map((users) => ({
    loop: 'closed',
    users,
    thinkTime,
  }));
}

/** Poisson unless another kind is asked for; a burstiness alone asks for gamma. */
function ratePlans(flags: LoadFlags): ArrivalPlan[] {
  const rates = positiveNumbers('--rate', flags.rate ?? '');
  const kind = flags.arrivals ?? (flags.burstiness === undefined ? 'poisson' : 'gamma');
  if (kind !== 'gamma') {
    if (flags.burstiness !== undefined)
      throw usageError(
        'flags-exclude',
        `--burstiness and --arrivals ${kind} exclude each other: only gamma arrivals have a burstiness`,
        'give --arrivals gamma, or leave --burstiness out',
      );
    return rates.map((requestsPerSecond) => ({
      kind: kind === 'constant' ? 'constant' : 'poisson',
      requestsPerSecond,
    }));
  }
  if (flags.burstiness === undefined)
    throw usageError(
      'flag-missing',
      '--arrivals gamma needs --burstiness',
      'for example: --burstiness 0.5 (1 is poisson, below 1 arrivals bunch, above 1 they even out)',
    );
  const burstiness = positiveNumber('--burstiness', flags.burstiness);
  if (burstiness < leastBurstiness)
    throw usageError(
      'flag-out-of-range',
      `--burstiness ${flags.burstiness} is below ${leastBurstiness}, where nearly all arrivals fall together`,
      'give 0.01 or more, or --at-once for a single burst',
    );
  return rates.map((requestsPerSecond) => ({ kind, requestsPerSecond, burstiness }));
}

function shapedPlan(shape: Exclude<LoadFlag, 'users' | 'rate'>, flags: LoadFlags): ArrivalPlan {
  if (shape === 'ramp') return taken('--ramp', parseRamp(flags.ramp ?? ''), '--ramp 1:20:30s');
  if (shape === 'steps') return taken('--steps', parseSteps(flags.steps ?? ''), '--steps 2:10s,8:10s');
  if (shape === 'atOnce') return { kind: 'at-once', count: positiveWhole('--at-once', flags.atOnce ?? '') };
  const timeScale = flags.timeScale === undefined ? 1 : positiveNumber('--time-scale', flags.timeScale);
  return { kind: 'trace', source: flags.trace ?? '', timeScale };
}
