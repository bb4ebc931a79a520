import type { Distribution, LatencyName } from '../../../result/figure-schema.ts';
import { placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';
import { printedDistributions } from '../reading/printed-percentiles.ts';

/** Two figures in microseconds: `lower` is to be no larger than `upper`, and is. */
export type PercentilesOutOfOrder = {
  readonly metric: LatencyName;
  readonly lower: (typeof order)[number];
  readonly lowerMicros: number;
  readonly upper: (typeof order)[number];
  readonly upperMicros: number;
};

const order = [
  'min',
  'p50',
  'p75',
  'p90',
  'p95',
  'p99',
  'p999',
  'max',
] as const satisfies readonly (keyof Distribution)[];

/** A histogram of three significant digits and exact ends may differ by so much. */
export const histogramRounding = 0.005;

/** A lower percentile above a higher one, or outside the smallest and the largest value. */
export const percentilesOutOfOrder: AuditRule<'percentiles-out-of-order', PercentilesOutOfOrder> = {
  code: 'percentiles-out-of-order',
  severity: 'error',
  explanation:
    'Percentiles of one distribution rise by definition. These are of different sets of requests, or were mixed up.',
  reference: { basis: 'min <= p50 <= p75 <= p90 <= p95 <= p99 <= p99.9 <= max', addresses: [] },
  find: (result) =>
    printedDistributions(result).flatMap(({ stage, metric, distribution }) => {
      const known = order.flatMap((name) => {
        const value = distribution[name];
        return value === null ? [] : [{ name, value }];
      });
      return known.slice(1).flatMap((upper, index) => {
        const lower = known[index];
        if (lower === undefined || lower.value <= upper.value * (1 + histogramRounding)) return [];
        return [
          {
            where: [placeOf(stage)],
            evidence: {
              metric,
              lower: lower.name,
              lowerMicros: lower.value,
              upper: upper.name,
              upperMicros: upper.value,
            },
          },
        ];
      });
    }),
};
