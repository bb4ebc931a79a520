import { assertNever } from '../../errors/assert-never.ts';
import type { Random } from '../../random/create-random.ts';
import type { ComparisonReason, IntervalBasis } from '../../result/analysis/comparison-schema.ts';
import type { Stage } from '../../result/stage-schema.ts';
import type { RatioInterval } from '../../statistics/bootstrap-ratio.ts';
import { ratioInterval } from '../../statistics/ratio-interval.ts';
import { requestQuantileRatio } from '../../statistics/request-quantile-ratio.ts';
import { type RequestSamples, requestMeanRatio } from '../../statistics/request-ratio.ts';
import { perSecond } from '../../statistics/weighted-values.ts';
import { blockRates } from './block-rates.ts';
import type { ComparedMetric, LatencyStatistic, OneRepeatSource } from './compared-metrics.ts';
import { requestsOf } from './requests-of.ts';

/** The stages of both sides. */
export type ComparedStages = { readonly baseline: readonly Stage[]; readonly candidate: readonly Stage[] };

/** An interval, what it stands on, and how many values each side gave. */
export type FoundInterval = {
  readonly interval: RatioInterval;
  readonly over: IntervalBasis;
  readonly values: { readonly baseline: number; readonly candidate: number };
  /** The values themselves where they are few: repeats or blocks. */
  readonly samples: { readonly baseline: readonly number[]; readonly candidate: readonly number[] } | null;
};

/** An interval from inside one repeat, or why there is none. It cannot know how one run differs from the next. */
export function oneRepeatInterval(
  metric: ComparedMetric,
  stages: ComparedStages,
  random: Random,
): FoundInterval | Extract<ComparisonReason, 'one-repeat' | 'window-too-short'> {
  const source = metric.oneRepeat;
  switch (source.kind) {
    case 'requests':
      return overRequests(source, stages, random) ?? 'one-repeat';
    case 'blocks':
      return overBlocks(stages, random);
    case 'nothing':
      return 'one-repeat';
    default:
      return assertNever(source);
  }
}

function overRequests(
  { latency, statistic }: Extract<OneRepeatSource, { kind: 'requests' }>,
  stages: ComparedStages,
  random: Random,
): FoundInterval | null {
  const baseline = requestsOf(stages.baseline, latency);
  const candidate = requestsOf(stages.candidate, latency);
  if (baseline === null || candidate === null) return null;
  const interval = statisticRatio(statistic, { baseline, candidate }, random);
  if (interval === null) return null;
  const values = { baseline: baseline.count, candidate: candidate.count };
  return { interval, over: 'requests', values, samples: null };
}

function statisticRatio(
  statistic: LatencyStatistic,
  samples: RequestSamples,
  random: Random,
): RatioInterval | null {
  switch (statistic) {
    case 'mean':
      return requestMeanRatio(samples, random);
    case 'mean-speed':
      return requestMeanRatio(
        { baseline: perSecond(samples.baseline), candidate: perSecond(samples.candidate) },
        random,
      );
    case 'p50':
      return requestQuantileRatio(samples, 0.5, random);
    case 'p95':
      return requestQuantileRatio(samples, 0.95, random);
    case 'p99':
      return requestQuantileRatio(samples, 0.99, random);
    default:
      return assertNever(statistic);
  }
}

function overBlocks(
  stages: ComparedStages,
  random: Random,
): FoundInterval | 'one-repeat' | 'window-too-short' {
  const all = [...stages.baseline, ...stages.candidate];
  if (all.some(({ series }) => series.length === 0)) return 'one-repeat';
  const baseline = stages.baseline.map(blockRates);
  const candidate = stages.candidate.map(blockRates);
  if ([...baseline, ...candidate].includes(null)) return 'window-too-short';
  const samples = {
    baseline: baseline.flatMap((rates) => rates ?? []),
    candidate: candidate.flatMap((rates) => rates ?? []),
  };
  const interval = ratioInterval(samples, random);
  if (interval === null) return 'window-too-short';
  const values = { baseline: samples.baseline.length, candidate: samples.candidate.length };
  return { interval, over: 'blocks', values, samples };
}
