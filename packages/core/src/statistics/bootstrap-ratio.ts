import type { Random } from '../random/create-random.ts';
import { intervalConfidence } from './confidence.ts';
import { meanOf } from './mean.ts';
import { normalProbability, normalQuantile } from './normal.ts';

/** A ratio of two means with the ends of its 95 % interval. */
export type RatioInterval = {
  /** mean(candidate) / mean(baseline). */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly method: 'bca-bootstrap' | 'percentile-bootstrap' | 't-of-log-ratio';
};

/** The values of two targets, one per repeat, in the same unit. */
export type RatioSamples = { readonly baseline: readonly number[]; readonly candidate: readonly number[] };

const defaultResamples = 4000;

/**
 * The ratio of two means with its 95 % bootstrap interval: bias-corrected and accelerated (Efron, 1987), both samples
 * drawn anew independently. It falls back to the plain percentiles where the correction is undefined: no spread, or
 * all resamples on one side of the ratio. `null` with fewer than two values on a side, or a mean that is not positive.
 */
export function bootstrapRatio(
  samples: RatioSamples,
  random: Random,
  resamples: number = defaultResamples,
): RatioInterval | null {
  const ratio = ratioOfMeans(samples);
  if (ratio === null || samples.baseline.length < 2 || samples.candidate.length < 2) return null;
  const ratios = resampledRatios(samples, random, resamples);
  const tail = (1 - intervalConfidence) / 2;
  const corrected = correctedShares(samples, ratio, ratios, tail);
  const [lowShare, highShare] = corrected ?? [tail, 1 - tail];
  return {
    ratio,
    low: valueAtShare(ratios, lowShare),
    high: valueAtShare(ratios, highShare),
    method: corrected === null ? 'percentile-bootstrap' : 'bca-bootstrap',
  };
}

/** mean(candidate) / mean(baseline), or `null` where one is unknown or not positive. */
export function ratioOfMeans(samples: RatioSamples): number | null {
  const baseline = meanOf(samples.baseline);
  const candidate = meanOf(samples.candidate);
  return baseline === null || candidate === null || baseline <= 0 || candidate <= 0
    ? null
    : candidate / baseline;
}

/** Ratios of resampled means, ascending. */
function resampledRatios(samples: RatioSamples, random: Random, resamples: number): Float64Array {
  const ratios = new Float64Array(resamples);
  for (let index = 0; index < resamples; index++) {
    ratios[index] = resampledMean(samples.candidate, random) / resampledMean(samples.baseline, random);
  }
  return ratios.sort();
}

function resampledMean(values: readonly number[], random: Random): number {
  let sum = 0;
  for (let count = 0; count < values.length; count++) sum += values[random.integer(values.length)] ?? 0;
  return sum / values.length;
}

/**
 * BCa's shares in place of 2.5 % and 97.5 %: with bias z0 = Phi^-1(share of resamples below the ratio), acceleration a
 * and z the plain normal quantile, Phi(z0 + (z0 + z) / (1 - a (z0 + z))).
 */
function correctedShares(
  samples: RatioSamples,
  ratio: number,
  ratios: Float64Array,
  tail: number,
): readonly [number, number] | null {
  // Resamples that equal the ratio count half: there are many where the samples are few.
  const below =
    ratios.reduce((sum, value) => sum + (value < ratio ? 1 : value === ratio ? 0.5 : 0), 0) / ratios.length;
  const acceleration = accelerationOf(samples);
  if (below <= 0 || below >= 1 || acceleration === null) return null;
  const bias = normalQuantile(below);
  const shareOf = (plain: number): number => {
    const shifted = bias + normalQuantile(plain);
    return normalProbability(bias + shifted / (1 - acceleration * shifted));
  };
  return [shareOf(tail), shareOf(1 - tail)];
}

/**
 * The acceleration from the jackknife, a sum over both samples as for any statistic of several samples:
 * sum(d^3) / (6 (sum d^2)^1.5), d the mean of a sample's leave-one-out ratios minus each of them, over its size.
 */
function accelerationOf(samples: RatioSamples): number | null {
  const influences = [
    ...jackknifeInfluences(samples.baseline, (baseline) => ratioOfMeans({ ...samples, baseline })),
    ...jackknifeInfluences(samples.candidate, (candidate) => ratioOfMeans({ ...samples, candidate })),
  ];
  const squares = influences.reduce((sum, influence) => sum + influence ** 2, 0);
  const cubes = influences.reduce((sum, influence) => sum + influence ** 3, 0);
  const acceleration = cubes / (6 * squares ** 1.5);
  return Number.isFinite(acceleration) ? acceleration : null;
}

function jackknifeInfluences(
  values: readonly number[],
  statistic: (values: readonly number[]) => number | null,
): readonly number[] {
  const ratios = values.map((_, left) => statistic(values.filter((_value, index) => index !== left)) ?? 0);
  const mean = meanOf(ratios) ?? 0;
  return ratios.map((ratio) => ((values.length - 1) * (mean - ratio)) / values.length);
}

/** The value that this share of ascending values lies below, interpolated. */
function valueAtShare(ascending: Float64Array, share: number): number {
  const place = share * (ascending.length - 1);
  const lower = ascending[Math.floor(place)] ?? 0;
  const upper = ascending[Math.ceil(place)] ?? lower;
  return lower + (upper - lower) * (place - Math.floor(place));
}
