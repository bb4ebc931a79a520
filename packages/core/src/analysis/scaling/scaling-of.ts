import type { Scaling, ScalingPoint } from '../../result/analysis/scaling-schema.ts';
import type { Result } from '../../result/result-file.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { meanInterval } from '../../statistics/mean.ts';
import { type ClosedLevel, curveLevels } from './closed-levels.ts';
import { findKnee } from './find-knee.ts';
import { findSaturation } from './find-saturation.ts';
import { fitUsl, levelsForUsl } from './fit-usl.ts';

/**
 * How each target's output throughput grows with users; targets without a closed-loop level are left out. Points are
 * means over repeats with 95 % intervals by Student's t; fits count each point as often as it was repeated and use no
 * invalid one.
 */
export function scalingOf(result: Pick<Result, 'stages' | 'targets'>): Scaling[] {
  return result.targets.flatMap(({ name }) => {
    const samples = curveLevels(result.stages, name).flatMap(sampleOf);
    return samples.length === 0 ? [] : [scalingOfTarget(name, samples)];
  });
}

/** The throughputs of a level's repeats, tok/s. */
export type LevelSample = {
  readonly level: ClosedLevel;
  readonly values: readonly number[];
};

function sampleOf(level: ClosedLevel): LevelSample[] {
  const values = level.used.flatMap((stage) => throughputOf(stage) ?? []);
  return values.length === 0 ? [] : [{ level, values }];
}

/** One user alone gets what the server puts out: where a table gives only the speed of his requests, that is it. */
function throughputOf({ suite, metrics }: Stage): number | null {
  return metrics.outputThroughput.value ?? (suite === 'single-user' ? metrics.requestSpeed.value : null);
}

function scalingOfTarget(target: string, samples: readonly LevelSample[]): Scaling {
  const usable = samples.filter(({ level }) => level.trust !== 'invalid');
  const [lightest] = usable;
  const points = samples.map((sample) => pointOf(sample, lightest));
  const usablePoints = points.filter(({ trust }) => trust !== 'invalid');
  const usl = fitUsl(
    usablePoints.map(({ users, throughput, repeats }) => ({ users, throughput, weight: repeats })),
  );
  const knee = findKnee(usable.map(({ level, values }) => ({ users: level.users, values })));
  const saturation = findSaturation(usablePoints);
  return {
    target,
    points,
    base: lightest?.level.users ?? null,
    usl,
    knee: knee.kind === 'found' ? knee.knee : null,
    saturation: saturation.kind === 'found' ? saturation.saturation : null,
    reasons: {
      ...(usl === null ? { usl: usable.length < levelsForUsl ? 'too-few-levels' : 'no-fit' } : {}),
      ...(knee.kind === 'unknown' ? { knee: knee.reason } : {}),
      ...(saturation.kind === 'unknown' ? { saturation: saturation.reason } : {}),
    },
  };
}

function pointOf({ level, values }: LevelSample, lightest: LevelSample | undefined): ScalingPoint {
  const interval = meanInterval(values);
  const throughput = meanOfValues(values);
  const base = lightest === undefined ? 0 : meanOfValues(lightest.values) / lightest.level.users;
  return {
    users: level.users,
    suite: level.suite,
    throughput,
    low: interval === null ? null : Math.max(0, interval.low),
    high: interval?.high ?? null,
    repeats: values.length,
    trust: level.trust,
    efficiency: base > 0 ? throughput / level.users / base : null,
  };
}

function meanOfValues(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
