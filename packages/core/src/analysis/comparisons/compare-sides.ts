import type { Random } from '../../random/create-random.ts';
import type { Comparison, ComparisonReason } from '../../result/analysis/comparison-schema.ts';
import type { Stage } from '../../result/stage-schema.ts';
import type { RatioInterval } from '../../statistics/bootstrap-ratio.ts';
import { detectableRatio } from '../../statistics/difference-power.ts';
import { intervalProbability } from '../../statistics/interval-probability.ts';
import { meanOf, standardDeviationOf } from '../../statistics/mean.ts';
import { normalQuantile } from '../../statistics/normal.ts';
import { ratioInterval, valuesForBootstrap } from '../../statistics/ratio-interval.ts';
import type { ComparedMetric } from './compared-metrics.ts';
import { type ComparedStages, type FoundInterval, oneRepeatInterval } from './one-repeat-interval.ts';

/** Why a comparison has no verdict: the code, and for codes that are about one stage which side and repeat. */
export type ComparisonProblem = {
  readonly code: ComparisonReason;
  readonly side: 'baseline' | 'candidate' | null;
  readonly repeat: number | null;
};

/** What a metric says about two sides, before anybody is named a winner. */
export type ComparedSides = Pick<
  Comparison,
  'baselineValue' | 'candidateValue' | 'ratio' | 'repeats' | 'interval' | 'probability' | 'detectableRatio'
> & {
  /** The values, one per repeat. */
  readonly samples: { readonly baseline: readonly number[]; readonly candidate: readonly number[] };
  readonly problem: ComparisonProblem | null;
};

/**
 * Compares one metric of two sides: over their repeats, or where a side has one alone over the requests or the blocks of
 * that. Stages that failed or are invalid, and values that are unknown, leave a problem.
 */
export function compareSides(metric: ComparedMetric, stages: ComparedStages, random: Random): ComparedSides {
  const samples = {
    baseline: knownValues(metric, stages.baseline),
    candidate: knownValues(metric, stages.candidate),
  };
  const baselineValue = meanOf(samples.baseline);
  const candidateValue = meanOf(samples.candidate);
  const ratio =
    baselineValue === null || candidateValue === null || baselineValue <= 0
      ? null
      : candidateValue / baselineValue;
  const repeats = Math.min(samples.baseline.length, samples.candidate.length);
  const found = ratio === null || ratio <= 0 ? 'no-ratio' : findInterval(metric, stages, { samples, random });
  const interval = typeof found === 'string' || ratio === null ? null : around(ratio, found.interval);
  const problem =
    problemOfStages(metric, stages) ??
    (typeof found === 'string' ? { code: found, side: null, repeat: null } : null);
  return {
    samples,
    baselineValue,
    candidateValue,
    ratio,
    repeats,
    interval: interval === null || typeof found === 'string' ? null : described(found, interval, repeats),
    probability: interval === null ? null : intervalProbability(interval),
    detectableRatio: typeof found === 'string' ? null : detectableOf(found),
    problem,
  };
}

type Drawing = { readonly samples: ComparedSides['samples']; readonly random: Random };

function findInterval(
  metric: ComparedMetric,
  stages: ComparedStages,
  { samples, random }: Drawing,
): FoundInterval | ComparisonReason {
  const values = { baseline: samples.baseline.length, candidate: samples.candidate.length };
  if (Math.min(values.baseline, values.candidate) === 1) return oneRepeatInterval(metric, stages, random);
  const interval = ratioInterval(samples, random);
  return interval === null ? 'no-interval' : { interval, over: 'repeats', values, samples };
}

/** Histograms are exact to a bucket only: the interval keeps its width and moves to the ratio of the exact values. */
function around(ratio: number, interval: RatioInterval): RatioInterval {
  const shift = ratio / interval.ratio;
  return shift === 1 || !Number.isFinite(shift)
    ? interval
    : { ...interval, ratio, low: interval.low * shift, high: interval.high * shift };
}

function described(
  found: FoundInterval,
  { low, high }: RatioInterval,
  repeats: number,
): Comparison['interval'] {
  return { low, high, method: methodText(found, repeats), over: found.over, values: found.values };
}

function methodText({ over }: FoundInterval, repeats: number): string {
  switch (over) {
    case 'requests':
      return 'bootstrap over the requests of one repeat, taken as independent';
    case 'blocks':
      return "bootstrap over blocks of one repeat's window, no narrower than Student's t";
    case 'repeats':
      return repeats < valuesForBootstrap
        ? `Student's t of the log ratio over ${repeats} repeats`
        : `bootstrap over ${repeats} repeats, no narrower than Student's t`;
  }
}

function detectableOf({ interval, samples }: FoundInterval): number | null {
  if (samples === null) {
    // Of many requests the interval is as wide as a normal one: 1.96 errors to either side; 0.84 more find four in five.
    const errors = normalQuantile(0.975);
    return Math.exp((Math.log(interval.high / interval.low) / 2) * (1 + normalQuantile(0.8) / errors));
  }
  const side = (values: readonly number[]) => ({
    deviation: standardDeviationOf(values.map(Math.log)) ?? 0,
    repeats: values.length,
  });
  return detectableRatio({ baseline: side(samples.baseline), candidate: side(samples.candidate) });
}

const knownValues = (metric: ComparedMetric, stages: readonly Stage[]): readonly number[] =>
  stages.map((stage) => metric.valueOf(stage)).filter((value) => value !== null);

function problemOfStages(metric: ComparedMetric, stages: ComparedStages): ComparisonProblem | null {
  return (
    problemOfSide(metric, stages.baseline, 'baseline') ?? problemOfSide(metric, stages.candidate, 'candidate')
  );
}

function problemOfSide(
  metric: ComparedMetric,
  stages: readonly Stage[],
  side: 'baseline' | 'candidate',
): ComparisonProblem | null {
  if (stages.length === 0) return { code: 'level-missing', side, repeat: null };
  const failed = stages.find((stage) => stage.status === 'failed');
  if (failed !== undefined) return { code: 'stage-failed', side, repeat: failed.repeat };
  const invalid = stages.find((stage) => stage.trust.verdict === 'invalid');
  if (invalid !== undefined) return { code: 'stage-invalid', side, repeat: invalid.repeat };
  return knownValues(metric, stages).length === 0 ? { code: 'value-unknown', side, repeat: null } : null;
}
