import type { LatencyName } from '../../../result/figure-schema.ts';
import { requiredSamples } from '../../../statistics/required-samples.ts';
import { distinctPlaces, placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';
import { percentileShares, printedDistributions } from '../reading/printed-percentiles.ts';

/** A percentile (a share of 1) of too few samples; `cells` says how many figures of the document are like it. */
export type PercentileWithoutSamples = {
  readonly metric: LatencyName;
  readonly percentile: number;
  readonly samples: number;
  readonly required: number;
  readonly cells: number;
};

/** Below it, an estimate of few samples is rough, but not blind for what it names. */
const lowestJudged = 0.9;

/** Percentiles of too few samples: one finding for all, with the cell that lacks most. */
export const percentileWithoutSamples: AuditRule<'percentile-without-samples', PercentileWithoutSamples> = {
  code: 'percentile-without-samples',
  severity: 'warning',
  explanation:
    'With fewer samples the chance is more than 1 % that not one of them lies above the true percentile: the figure cannot see the tail that it is named after.',
  reference: 'n >= ln 0.01 / ln p: 44 samples for p90, 90 for p95, 459 for p99, 4603 for p99.9',
  find: (result) => {
    const cells = printedDistributions(result).flatMap(({ stage, metric, distribution }) => {
      const samples = distribution.count;
      if (samples === null) return [];
      return percentileShares.flatMap(([name, percentile]) => {
        const required = requiredSamples(percentile);
        const isJudged = percentile >= lowestJudged && distribution[name] !== null;
        return isJudged && samples < required ? [{ stage, metric, percentile, samples, required }] : [];
      });
    });
    const worst = cells.toSorted(
      (left, right) => right.required / right.samples - left.required / left.samples,
    )[0];
    if (worst === undefined) return [];
    const { metric, percentile, samples, required } = worst;
    return [
      {
        where: distinctPlaces(cells.map(({ stage }) => placeOf(stage))),
        evidence: { metric, percentile, samples, required, cells: cells.length },
      },
    ];
  },
};
