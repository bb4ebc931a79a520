import type { LatencyName } from '../../../result/figure-schema.ts';
import { placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';
import { printedDistributions } from '../reading/printed-percentiles.ts';

/** Microseconds. An end of the range that is unknown is `null`. */
export type MeanOutsideRange = {
  readonly metric: LatencyName;
  readonly mean: number;
  readonly min: number | null;
  readonly max: number | null;
};

/** For rounding in print. */
const rounding = 0.005;

/** A mean below the smallest or above the largest value. */
export const meanOutsideRange: AuditRule<'mean-outside-range', MeanOutsideRange> = {
  code: 'mean-outside-range',
  severity: 'error',
  explanation:
    'A mean lies between the smallest and the largest value. This one is of other requests, or in another unit.',
  reference: { basis: 'min <= mean <= max', addresses: [] },
  find: (result) =>
    printedDistributions(result).flatMap(({ stage, metric, distribution: { mean, min, max } }) => {
      if (mean === null) return [];
      const isBelow = min !== null && mean < min * (1 - rounding);
      const isAbove = max !== null && mean > max * (1 + rounding);
      return isBelow || isAbove ? [{ where: [placeOf(stage)], evidence: { metric, mean, min, max } }] : [];
    }),
};
