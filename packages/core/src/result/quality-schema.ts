import { z } from 'zod';

/** What a check of an answer can find. */
export const qualityCodes = [
  'other-language',
  'script-share',
  'empty',
  'cut',
  'repetition',
  'broken-characters',
  'leaked-markup',
  'refusal',
] as const;
export type QualityCode = (typeof qualityCodes)[number];

const verdict = z.enum(['good', 'doubtful', 'bad']);

/** One reason with what it saw: `share` (0 to 1) where the check measures one, `detail` a language's code or the piece found. */
export const qualityReasonSchema = z.strictObject({
  code: z.enum(qualityCodes),
  verdict: z.enum(['doubtful', 'bad']),
  share: z.number().min(0).max(1).nullable(),
  detail: z.string().nullable(),
});
export type QualityReason = z.infer<typeof qualityReasonSchema>;

/** A rating that a model or a person gave, with the rubric that it was asked to use. */
export const ratingSchema = z.strictObject({
  by: z.enum(['model', 'person']),
  name: z.string(),
  /** The place of the rated excerpt in the stage's, from 0; `null` where the answers were rated as a whole. */
  excerpt: z.number().int().nonnegative().nullable(),
  rubric: z.string(),
  /** 1 to 5; `null` where no rating could be had, which the remark explains. */
  score: z.number().min(1).max(5).nullable(),
  remark: z.string(),
});
export type QualityRating = z.infer<typeof ratingSchema>;

/**
 * The answers of a stage, judged by checks that can be explained. `answers` counts by verdict. The stage is bad where half of
 * them are, doubtful where more than a tenth is not good, else good.
 */
export const qualitySchema = z.strictObject({
  verdict: verdict.nullable(),
  answers: z.strictObject({
    judged: z.number().int().nonnegative(),
    good: z.number().int().nonnegative(),
    doubtful: z.number().int().nonnegative(),
    bad: z.number().int().nonnegative(),
    /** Completed requests beyond the first ones, whose texts were not kept; `null` where another tool measured. */
    notJudged: z.number().int().nonnegative().nullable(),
    /** Judged answers that the asked-for number of tokens ended; where they end is not held against them. */
    atLimit: z.number().int().nonnegative().nullable(),
  }),
  /** Reasons over all answers, each with how many answers have it. */
  reasons: z.array(z.strictObject({ ...qualityReasonSchema.shape, answers: z.number().int().positive() })),
  /**
   * Visible characters (grapheme clusters, white space not counted) of all judged answers, and their output tokens without
   * those of reasoning; `null` where unknown.
   */
  characters: z.number().int().nonnegative().nullable(),
  tokens: z.number().int().nonnegative().nullable(),
  ratings: z.array(ratingSchema),
  /** Why there is no verdict. */
  reason: z.string().nullable(),
});
export type Quality = z.infer<typeof qualitySchema>;
