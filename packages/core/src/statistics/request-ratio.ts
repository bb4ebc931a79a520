import type { Random } from '../random/create-random.ts';
import { bcaInterval, type Influence } from './bca-interval.ts';
import type { RatioInterval } from './bootstrap-ratio.ts';
import { studentRatioInterval } from './log-ratio-interval.ts';
import { noNarrowerThan } from './ratio-interval.ts';
import { resampledMeans } from './resampled-means.ts';
import { type WeightedValues, weightedMean, weightedVariance } from './weighted-values.ts';

/** The requests of two targets, one value each, in the same unit. */
export type RequestSamples = { readonly baseline: WeightedValues; readonly candidate: WeightedValues };

const resamples = 1000;

/**
 * The ratio of two means over single requests with its 95 % interval: a BCa bootstrap of the requests, no narrower than
 * Student's t by the delta method (the variance of the logarithm of a mean is that of the mean over its square), because
 * a bootstrap of a few requests is too narrow. It knows how requests of this run differ, not how runs do. `null` with
 * fewer than two requests on a side or a mean that is not positive.
 */
export function requestMeanRatio(samples: RequestSamples, random: Random): RatioInterval | null {
  const baseline = logMeanVariance(samples.baseline);
  const candidate = logMeanVariance(samples.candidate);
  if (baseline === null || candidate === null) return null;
  const ratio = candidate.mean / baseline.mean;
  const student = studentRatioInterval(ratio, baseline, candidate);
  if (student === null || student.degrees === 0) return student;
  const candidates = resampledMeans(samples.candidate, random.fork('candidate'), resamples);
  const ratios = resampledMeans(samples.baseline, random.fork('baseline'), resamples).map(
    (mean, index) => (candidates[index] ?? 0) / mean,
  );
  const influences = [
    ...pulls(samples.baseline, (withoutOne) => candidate.mean / withoutOne),
    ...pulls(samples.candidate, (withoutOne) => withoutOne / baseline.mean),
  ];
  const { low, high, corrected } = bcaInterval(ratio, ratios.sort(), influences);
  const method = corrected ? 'bca-bootstrap' : 'percentile-bootstrap';
  return noNarrowerThan(student, { ratio, low, high, method, degrees: student.degrees });
}

type LogMean = { readonly mean: number; readonly variance: number; readonly count: number };

function logMeanVariance(sample: WeightedValues): LogMean | null {
  const mean = weightedMean(sample);
  const variance = weightedVariance(sample);
  if (mean === null || variance === null || mean <= 0) return null;
  return { mean, variance: variance / sample.count / mean ** 2, count: sample.count };
}

/** The jackknife's influences of a sample, by its leave-one-out means. */
function pulls(sample: WeightedValues, statistic: (withoutOne: number) => number): readonly Influence[] {
  const { values, weights, count } = sample;
  const sum = (weightedMean(sample) ?? 0) * count;
  const ratios = values.map((value) => statistic((sum - value) / (count - 1)));
  const mean = weightedMean({ values: ratios, weights, count }) ?? 0;
  return [...ratios].map((ratio, index) => ({
    pull: ((count - 1) * (mean - ratio)) / count,
    times: weights[index] ?? 0,
  }));
}
