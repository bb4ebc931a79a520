import { z } from 'zod';
import { trustVerdicts } from './threshold.ts';

const valueSchema = z.union([z.number(), z.enum(trustVerdicts)]);

/**
 * One threshold at one stage. Value and limit are in the stored unit: microseconds, a share from 0 to 1, a rate per
 * second, a number of requests, or a verdict of trust. `value` is `null` where there is no data, which fails.
 */
export const thresholdCheckSchema = z.strictObject({
  /** The stage's id. */
  stage: z.string(),
  value: valueSchema.nullable(),
  unit: z.enum(['us', 'share', 'tok/s', 'req/s', 'requests', 'verdict']),
  limit: valueSchema,
  verdict: z.enum(['pass', 'fail', 'no-data']),
  /** Why it did not pass; `null` where it did. */
  reason: z.string().nullable(),
});
export type ThresholdCheck = z.infer<typeof thresholdCheckSchema>;

/**
 * A threshold after a run, as the result file holds it. It passes where every stage that it selects passes, each repeat
 * on its own; without such a stage it is `no-data`, which is not met.
 */
export const thresholdOutcomeSchema = z.strictObject({
  /** As a person wrote it. */
  text: z.string(),
  verdict: z.enum(['pass', 'fail', 'no-data']),
  checks: z.array(thresholdCheckSchema),
});
export type ThresholdOutcome = z.infer<typeof thresholdOutcomeSchema>;
