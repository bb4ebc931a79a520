import type { RequestLimit } from '../../plan/request-limits.ts';
import { objectiveText } from '../../plan/thresholds/objective-text.ts';
import type { Limit, Measure, ThresholdTerm, TrustVerdict } from '../../plan/thresholds/threshold.ts';
import {
  type LatencyStatistic,
  type Percentile,
  percentileShares,
  type ThresholdLatency,
} from '../../plan/thresholds/threshold-metrics.ts';
import type { Distribution, Figure, LatencyName, Metrics } from '../../result/figure-schema.ts';
import type { Goodput } from '../../result/goodput-schema.ts';
import type { PercentileName } from '../../result/percentile-names.ts';
import { certifiableSamples } from '../../statistics/certified-rank.ts';
import type { MeasuredStage } from './measured-stage.ts';

/** What a stage has for a threshold, in the unit of its limit; without data `null`, and why. */
export type StageValue =
  | { readonly value: number | TrustVerdict }
  | { readonly value: null; readonly reason: string };

/** Reads the number that a threshold is about. */
export function stageValue(term: ThresholdTerm, stage: MeasuredStage): StageValue {
  const { measure } = term;
  const metrics: Metrics = term.span === 'whole' ? stage.whole.metrics : stage.metrics;
  switch (measure.kind) {
    case 'latency':
      return latencyValue(distributionOf(metrics, measure.latency), measure.statistic);
    case 'certified':
      return certifiedValue(distributionOf(metrics, measure.latency), measure.percentile);
    case 'rate':
      return figureValue(metrics[measure.rate]);
    case 'concurrency':
      return figureValue(metrics.concurrency[measure.statistic]);
    case 'error-rate':
      return figureValue(metrics.errorRate);
    case 'count':
      return stage.counts === null
        ? { value: null, reason: 'the source does not say how many requests there were' }
        : { value: stage.counts[measure.count] };
    case 'goodput':
      return goodputValue(measure, term.limit, stage.goodput);
    case 'trust':
      return { value: stage.trust.verdict };
  }
}

/** Holds at compile time that the names of the grammar are those of the result. */
const distributionOf = (metrics: Metrics, latency: ThresholdLatency & LatencyName): Distribution =>
  metrics[latency];

/** The result file's name of a percentile. */
const nameInResult = (percentile: Percentile): PercentileName =>
  percentile === 'p99.9' ? 'p999' : percentile;

function latencyValue(distribution: Distribution, statistic: LatencyStatistic): StageValue {
  switch (statistic) {
    case 'mean':
    case 'min':
    case 'max':
      return known(distribution[statistic], distribution.reasons['all']);
    default: {
      const name = nameInResult(statistic);
      return known(distribution[name], distribution.reasons[name] ?? distribution.reasons['all']);
    }
  }
}

function certifiedValue(distribution: Distribution, percentile: Percentile): StageValue {
  const needed = certifiableSamples(percentileShares[percentile]);
  const tooFew = `too few samples to certify ${percentile}: ${distribution.count} of ${needed}`;
  const reason = distribution.count === 0 ? distribution.reasons['all'] : tooFew;
  return known(distribution.certified[nameInResult(percentile)], reason);
}

const figureValue = (figure: Figure): StageValue => known(figure.value, figure.reason);

function goodputValue(
  { objective }: Extract<Measure, { readonly kind: 'goodput' }>,
  limit: Limit,
  counted: readonly Goodput[],
): StageValue {
  const figures = counted.find(({ limits }) => sameLimits(objective.limits, limits));
  if (figures === undefined)
    return { value: null, reason: `the goodput of ${objectiveText(objective.limits)} was not counted` };
  return figureValue(limit.unit === 'share' ? figures.share : figures.requestsPerSecond);
}

/** Objectives are the same by their limits, however they were written. */
const sameLimits = (wanted: readonly RequestLimit[], counted: Goodput['limits']): boolean =>
  wanted.length === counted.length &&
  wanted.every(({ latency, belowMicros }) =>
    counted.some((limit) => limit.latency === latency && limit.below === belowMicros),
  );

function known(value: number | null, reason: string | null | undefined): StageValue {
  return value === null ? { value, reason: reason ?? 'it is not known' } : { value };
}
