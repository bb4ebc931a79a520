/** The percentiles of every distribution, as the result file names them. */
export const percentileNames = ['p50', 'p75', 'p90', 'p95', 'p99', 'p999'] as const;
export type PercentileName = (typeof percentileNames)[number];
