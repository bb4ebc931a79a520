import type { Scaling, ScalingPoint, ScalingReason } from '../../result/analysis/scaling-schema.ts';

export type FoundSaturation =
  | { readonly kind: 'found'; readonly saturation: NonNullable<Scaling['saturation']> }
  | { readonly kind: 'unknown'; readonly reason: ScalingReason };

/** A level is saturated when no heavier one brings more than this share above it. */
export const saturationShare = 0.1;
/** The heaviest level must have so many times its users, or its small gain would only show how close the two are. */
export const saturationReach = 1.5;

/**
 * The lightest level from which more users bring no more than 10 % more throughput, at any heavier level, and at half
 * more users at least; `gainAfter` is the gain to the best of the heavier levels, negative where all are below it.
 */
export function findSaturation(
  points: readonly Pick<ScalingPoint, 'users' | 'throughput'>[],
): FoundSaturation {
  if (points.length < 2) return { kind: 'unknown', reason: 'too-few-levels' };
  if (points.every(({ throughput }) => throughput === 0)) return { kind: 'unknown', reason: 'no-growth' };
  const heaviest = points.at(-1)?.users ?? 0;
  for (const [index, { users, throughput }] of points.entries()) {
    const heavier = points.slice(index + 1).map((point) => point.throughput);
    const gainAfter = Math.max(...heavier) / throughput - 1;
    if (heavier.length > 0 && users * saturationReach <= heaviest && gainAfter <= saturationShare) {
      return { kind: 'found', saturation: { users, throughput, gainAfter } };
    }
  }
  return { kind: 'unknown', reason: 'still-grows' };
}
