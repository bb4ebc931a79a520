import { z } from 'zod';

const nullableText = z.string().nullable();
const numberOrNull = z.number().nullable();
const share = z.number().min(0).max(1);

/** Why a comparison names no winner. */
export const comparisonReasons = [
  /** One of the targets has no stage at this level. */
  'level-missing',
  'stage-failed',
  'stage-invalid',
  /** A value is unknown in a repeat. */
  'value-unknown',
  /** A value is zero, so there is no ratio. */
  'no-ratio',
  /** One repeat, and nothing in it that an interval could be drawn from. */
  'one-repeat',
  /** One repeat, whose window is too short to be cut into enough blocks. */
  'window-too-short',
  /** The repeats lie too far apart, or one of them gave zero. */
  'no-interval',
  'interval-includes-one',
  /** The interval excludes 1, but not after the correction for many comparisons. */
  'not-after-correction',
] as const;
export type ComparisonReason = (typeof comparisonReasons)[number];

/** What an interval was drawn from: whole repeats, the requests of one repeat, or blocks of time of one repeat. */
export const intervalBases = ['repeats', 'requests', 'blocks'] as const;
export type IntervalBasis = (typeof intervalBases)[number];

/** A 95 % interval of a ratio, how it was drawn, and from how many values of each side. */
export const ratioIntervalSchema = z.strictObject({
  low: z.number(),
  high: z.number(),
  method: z.string(),
  /** `null` in results of an earlier Kneepoint. */
  over: z.enum(intervalBases).nullable(),
  values: z.strictObject({ baseline: z.number().int(), candidate: z.number().int() }).nullable(),
});

/** Two latency distributions compared request by request (Mann and Whitney), whatever their shape. */
export const distributionComparisonSchema = z.strictObject({
  /** The latency, by its name in the metrics. */
  latency: z.string(),
  requests: z.strictObject({ baseline: z.number().int(), candidate: z.number().int() }),
  /** Pairs in which the candidate's request took longer, ties counted half. */
  statistic: z.number(),
  /** The effect size: the probability that a request of the candidate takes longer than one of the baseline; 0.5 is none. */
  superiority: share,
  /** Two-sided. The requests of one run depend on each other, so it is smaller than it should be. */
  probability: share,
  method: z.enum(['exact', 'normal']),
});
export type DistributionComparison = z.infer<typeof distributionComparisonSchema>;

/**
 * A ratio of two targets at one level with its 95 % interval; `winner` only where the interval excludes 1, still does
 * after Holm's correction, and every stage can be used.
 */
export const comparisonSchema = z.strictObject({
  metric: z.string(),
  suite: z.string(),
  /** The place of the stages in the plan, which tells levels of one load apart; `null` where the stages have none. */
  level: nullableText,
  load: z.string(),
  language: z.string(),
  baseline: z.string(),
  candidate: z.string(),
  unit: z.enum(['tok/s', 'us']),
  better: z.enum(['higher', 'lower']),
  baselineValue: numberOrNull,
  candidateValue: numberOrNull,
  /** candidate / baseline */
  ratio: numberOrNull,
  /** The fewer of the repeats of the two sides. One says nothing of how runs differ, even where there is an interval. */
  repeats: z.number().int().nonnegative(),
  interval: ratioIntervalSchema.nullable(),
  /** Two-sided probability of a ratio as far from 1, or farther, where there is no difference. */
  probability: share.nullable(),
  /** The same after Holm's correction over the comparisons of this metric in this suite, and how many they are. */
  adjusted: z
    .strictObject({
      method: z.literal('holm'),
      comparisons: z.number().int().positive(),
      probability: share,
    })
    .nullable(),
  /** The ratio above 1 that this comparison would have found in four cases of five, from the spread that it saw. */
  detectableRatio: numberOrNull,
  distribution: distributionComparisonSchema.nullable(),
  winner: nullableText,
  verdict: z.enum(['baseline', 'candidate', 'no-significant-difference', 'inconclusive']),
  reason: nullableText,
  reasonCode: z.enum(comparisonReasons).nullable(),
});
export type Comparison = z.infer<typeof comparisonSchema>;
