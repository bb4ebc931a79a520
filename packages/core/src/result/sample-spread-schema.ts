import { z } from 'zod';

/** A span of the run's clock, in microseconds from the run's zero. */
export const sampleGapSchema = z.strictObject({
  start: z.number().nonnegative(),
  end: z.number().nonnegative(),
});
export type SampleGap = z.infer<typeof sampleGapSchema>;

/**
 * What a sampled quantity was over a span: median, least and greatest of its samples, in `unit`. Between samples nothing
 * is assumed. Without a sample all three are `null`, `kind` is `unknown` and `reason` says why.
 */
export const sampleSpreadSchema = z.strictObject({
  kind: z.enum(['measured', 'unknown']),
  unit: z.string(),
  median: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  samples: z.number().int().nonnegative(),
  reason: z.string().nullable(),
});
export type SampleSpread = z.infer<typeof sampleSpreadSchema>;
