import type { Figure, LatencyName } from '../../result/figure-schema.ts';
import type { PercentileName } from '../../result/percentile-names.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { meanOf } from '../../statistics/mean.ts';
import type { LevelTarget, MeasuredLevel } from './measured-level.ts';

/** A target with a figure of its. */
export type TargetValue = { readonly target: string; readonly value: number };

/** The values of a figure, one for each repeat in use that knows it. */
export function repeatValues(level: LevelTarget, pick: (stage: Stage) => Figure): number[] {
  return level.used.flatMap((stage) => pick(stage).value ?? []);
}

/** The mean of a figure over the repeats in use; `null` when none of them knows it. */
export function meanFigure(level: LevelTarget, pick: (stage: Stage) => Figure): number | null {
  return meanOf(repeatValues(level, pick));
}

/**
 * A percentile in microseconds, that of the middle repeat (of an even number the higher of the two): a mean of
 * percentiles is no percentile of anything. `null` unless every repeat in use knows it.
 */
export function middlePercentile(
  level: LevelTarget,
  latency: LatencyName,
  name: PercentileName,
): number | null {
  const values = level.used
    .flatMap((stage) => stage.metrics[latency][name] ?? [])
    .sort((one, other) => one - other);
  return values.length === level.used.length ? (values[Math.floor(values.length / 2)] ?? null) : null;
}

/** The mean of a latency over all requests of the repeats in use, microseconds; `null` when a repeat has none. */
export function meanLatency(level: LevelTarget, latency: LatencyName): number | null {
  const own = level.used.map((stage) => stage.metrics[latency]);
  if (own.some(({ mean }) => mean === null)) return null;
  // Where a source does not say of how many requests a mean is, all repeats weigh the same.
  if (own.some(({ count }) => count === null)) return meanOf(own.flatMap(({ mean }) => mean ?? []));
  const count = own.reduce((sum, distribution) => sum + (distribution.count ?? 0), 0);
  if (count === 0) return null;
  return own.reduce((sum, { mean, count: part }) => sum + (mean ?? 0) * (part ?? 0), 0) / count;
}

/** A value of each target of a level that has one. */
export function targetValues(
  level: MeasuredLevel,
  pick: (target: LevelTarget) => number | null,
): TargetValue[] {
  return level.targets.flatMap((target) => {
    const value = pick(target);
    return value === null ? [] : [{ target: target.target, value }];
  });
}
