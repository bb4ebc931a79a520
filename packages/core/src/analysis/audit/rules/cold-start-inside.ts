import { distinctPlaces, placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';

/** Mean time to first token of cold requests, and of the rest as far as the stage tells it, in microseconds. */
export type ColdStartInside = {
  readonly stages: number;
  readonly coldMicros: number | null;
  readonly restMicros: number | null;
};

/** Stages without a warm-up whose first requests waited much longer: the trust verdict found it, the figures hold it. */
export const coldStartInside: AuditRule<'cold-start-inside', ColdStartInside> = {
  code: 'cold-start-inside',
  severity: 'warning',
  explanation:
    'Compiling, capturing and filling caches happen once. In a short stage they weigh more than what users will see.',
  reference: {
    basis:
      'a stage without a warm-up, whose cold requests took more than twice as long to the first token as the rest',
    addresses: [],
  },
  find: ({ stages }) => {
    const cold = stages.filter(({ trust }) => trust.reasons.some(({ code }) => code === 'cold-start'));
    const worst = cold.toSorted(
      (left, right) => (right.cold.metrics.ttft.mean ?? 0) - (left.cold.metrics.ttft.mean ?? 0),
    )[0];
    if (worst === undefined) return [];
    return [
      {
        where: distinctPlaces(cold.map(placeOf)),
        evidence: {
          stages: cold.length,
          coldMicros: worst.cold.metrics.ttft.mean,
          restMicros: worst.metrics.ttft.p50 ?? worst.metrics.ttft.mean,
        },
      },
    ];
  },
};
