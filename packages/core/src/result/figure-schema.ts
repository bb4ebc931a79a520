import { z } from 'zod';

/** What kind of number a figure is; an unknown one carries its reason. */
export const figureKind = z.enum(['measured', 'derived', 'estimated', 'declared', 'unknown']);

/** One number with its unit, its kind, and the reason when it is unknown. Unknown is `null`, never zero. */
export const figureSchema = z.strictObject({
  kind: figureKind,
  unit: z.string(),
  value: z.number().nullable(),
  reason: z.string().nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

const microsOrNull = z.number().int().nonnegative().nullable();
const perPercentile = {
  p50: microsOrNull,
  p75: microsOrNull,
  p90: microsOrNull,
  p95: microsOrNull,
  p99: microsOrNull,
  p999: microsOrNull,
};

/**
 * A latency distribution in microseconds. A percentile with too few samples is `null` and `reasons` says so by name;
 * `certified` holds, for each percentile, the 99 % confidence upper bound (an order statistic) or `null`.
 * `histogram` is an HDR V2 compressed histogram in base64 (three significant digits), `null` when empty.
 */
export const distributionSchema = z.strictObject({
  kind: figureKind,
  unit: z.literal('us'),
  /** `null` where the source does not say of how many. */
  count: z.number().int().nonnegative().nullable(),
  mean: z.number().nonnegative().nullable(),
  min: microsOrNull,
  max: microsOrNull,
  ...perPercentile,
  certified: z.strictObject(perPercentile),
  reasons: z.record(z.string(), z.string()),
  histogram: z.string().nullable(),
});
export type Distribution = z.infer<typeof distributionSchema>;

const tokensOrNull = z.number().int().nonnegative().nullable();

/** A distribution of lengths in tokens; `null` where nothing was counted. */
export const tokenDistributionSchema = z.strictObject({
  unit: z.literal('tokens'),
  count: z.number().int().nonnegative(),
  mean: z.number().nonnegative().nullable(),
  min: tokensOrNull,
  p50: tokensOrNull,
  p95: tokensOrNull,
  max: tokensOrNull,
});
export type TokenDistribution = z.infer<typeof tokenDistributionSchema>;

/** Latency distributions of one set of requests; see `metrics.md` in the documentation for each formula. */
export const distributionsSchema = z.strictObject({
  startLag: distributionSchema,
  connectTime: distributionSchema,
  ttft: distributionSchema,
  ttftResponse: distributionSchema,
  ttfa: distributionSchema,
  timeToFirstText: distributionSchema,
  tpot: distributionSchema,
  ntpot: distributionSchema,
  chunkGap: distributionSchema,
  tokenGap: distributionSchema,
  maxStall: distributionSchema,
  e2e: distributionSchema,
  e2eResponse: distributionSchema,
});
export type Distributions = z.infer<typeof distributionsSchema>;
export type LatencyName = keyof Distributions;

/** Every metric of a stage over one window: the distributions, and the rates of that window. */
export const metricsSchema = z.strictObject({
  ...distributionsSchema.shape,
  outputThroughput: figureSchema,
  inputThroughput: figureSchema,
  totalThroughput: figureSchema,
  requestThroughput: figureSchema,
  throughputPerUser: figureSchema,
  requestSpeed: figureSchema,
  decodeSpeed: figureSchema,
  concurrency: z.strictObject({ mean: figureSchema, min: figureSchema, max: figureSchema }),
  errorRate: figureSchema,
});
export type Metrics = z.infer<typeof metricsSchema>;
