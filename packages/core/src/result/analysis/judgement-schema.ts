import { z } from 'zod';
import { evidenceSchema } from './finding-schema.ts';

export const useCases = ['api-many-users', 'chat', 'batch', 'development', 'production'] as const;
export type UseCase = (typeof useCases)[number];

/** A cell that a judgement stands on: a metric of a stage or a comparison, with each target's value. */
export const decidingCellSchema = z.strictObject({
  metric: z.string(),
  suite: z.string(),
  load: z.string(),
  unit: z.string(),
  values: z.array(z.strictObject({ target: z.string(), value: z.number().nullable() })),
  ratio: z.number().nullable(),
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
});
export type DecidingCell = z.infer<typeof decidingCellSchema>;

/** Which target suits a use, and the cells that decide it. */
export const recommendationSchema = z.strictObject({
  useCase: z.enum(useCases),
  outcome: z.enum(['choice', 'no-measured-difference', 'contradictory', 'not-measured']),
  choice: z.string().nullable(),
  cells: z.array(decidingCellSchema),
});
export type Recommendation = z.infer<typeof recommendationSchema>;

export const scoreCategories = [
  'single-user-speed',
  'concurrency',
  'memory',
  'stability',
  'ease-of-set-up',
  'compatibility',
] as const;
export type ScoreCategory = (typeof scoreCategories)[number];

/** Stars, 1 to 5, by the published rule of the category; `null` with a reason where it was not measured. */
export const scoreSchema = z.strictObject({
  category: z.enum(scoreCategories),
  target: z.string(),
  stars: z.number().int().min(1).max(5).nullable(),
  numbers: z.array(evidenceSchema),
  reason: z.string().nullable(),
});
export type Score = z.infer<typeof scoreSchema>;
