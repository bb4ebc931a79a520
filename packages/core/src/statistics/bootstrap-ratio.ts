import type { Random } from '../random/create-random.ts';
import { bcaInterval, type Influence } from './bca-interval.ts';
import { meanOf } from './mean.ts';

/** A ratio of two means with the ends of its 95 % interval. */
export type RatioInterval = {
  /** mean(candidate) / mean(baseline). */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly method: 'bca-bootstrap' | 'percentile-bootstrap' | 't-of-log-ratio';
  /** Of Student's t behind it; 0 without any spread, `null` where the interval is a normal one. */
  readonly degrees: number | null;
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
  const { low, high, corrected } = bcaInterval(ratio, ratios, influencesOf(samples));
  return { ratio, low, high, method: corrected ? 'bca-bootstrap' : 'percentile-bootstrap', degrees: null };
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

/** By the jackknife: a sample's mean of leave-one-out ratios minus each of them, over its size. */
function influencesOf(samples: RatioSamples): readonly Influence[] {
  return [
    ...jackknifeInfluences(samples.baseline, (baseline) => ratioOfMeans({ ...samples, baseline })),
    ...jackknifeInfluences(samples.candidate, (candidate) => ratioOfMeans({ ...samples, candidate })),
  ].map((pull) => ({ pull, times: 1 }));
}

function jackknifeInfluences(
  values: readonly number[],
  statistic: (values: readonly number[]) => number | null,
): readonly number[] {
  const ratios = values.map((_, left) => statistic(values.filter((_value, index) => index !== left)) ?? 0);
  const mean = meanOf(ratios) ?? 0;
  return ratios.map((ratio) => ((values.length - 1) * (mean - ratio)) / values.length);
}
