import type { Distribution, Distributions, LatencyName } from '../../../result/figure-schema.ts';
import type { Result } from '../../../result/result-file.ts';
import type { Stage } from '../../../result/stage-schema.ts';

/** A latency distribution of a stage that has any figure. */
export type PrintedDistribution = {
  readonly stage: Stage;
  readonly metric: LatencyName;
  readonly distribution: Distribution;
};

const latencyNames: readonly LatencyName[] = [
  'startLag',
  'connectTime',
  'ttft',
  'ttftResponse',
  'ttfa',
  'timeToFirstText',
  'tpot',
  'ntpot',
  'chunkGap',
  'tokenGap',
  'maxStall',
  'e2e',
  'e2eResponse',
];

/** Every distribution of every stage's window that has a figure. */
export function printedDistributions({ stages }: Result): PrintedDistribution[] {
  return stages.flatMap((stage) =>
    latencyNames.flatMap((metric) => {
      const distribution = (stage.metrics satisfies Distributions)[metric];
      return distribution.mean === null && distribution.p50 === null && distribution.p99 === null
        ? []
        : [{ stage, metric, distribution }];
    }),
  );
}

/** The percentiles of a distribution by name and share, lowest first. */
export const percentileShares = [
  ['p50', 0.5],
  ['p75', 0.75],
  ['p90', 0.9],
  ['p95', 0.95],
  ['p99', 0.99],
  ['p999', 0.999],
] as const satisfies readonly (readonly [keyof Distribution, number])[];
