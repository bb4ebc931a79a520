import { z } from 'zod';
import { comparisonReasons } from './comparison-schema.ts';
import { evidenceSchema } from './finding-schema.ts';

export const useCases = ['api-many-users', 'chat', 'batch', 'development', 'production'] as const;
export type UseCase = (typeof useCases)[number];

/** Why nothing is decided: the reasons of a comparison, and others. */
export const judgementReasons = [
  ...comparisonReasons,
  /** One value for each target, without an interval. */
  'one-value',
  /** Fewer than two targets have the value. */
  'not-measured',
  /** More than two targets: none is ahead of all others. */
  'no-single-winner',
  /** The value of a single user is no steady state. */
  'not-steady',
  'one-target',
  /** The result holds no comparison of it. */
  'not-compared',
] as const;
export type JudgementReason = (typeof judgementReasons)[number];

/**
 * A cell that a judgement stands on: a metric of a stage or a comparison, with each target's value. `winner` only where an
 * interval names one; `decides` is false for what is only shown beside it.
 */
export const decidingCellSchema = z.strictObject({
  metric: z.string(),
  suite: z.string(),
  load: z.string(),
  /** Users of a closed level; `null` for a rate, or for a value of no level. */
  users: z.number().positive().nullable(),
  unit: z.string(),
  better: z.enum(['higher', 'lower']),
  decides: z.boolean(),
  values: z.array(z.strictObject({ target: z.string(), value: z.number().nullable() })),
  /** Of the second target to the first, where there are two. */
  ratio: z.number().nullable(),
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  verdict: z.enum(['winner', 'no-difference', 'inconclusive', 'not-measured']),
  winner: z.string().nullable(),
  /** `null` where there is a winner. */
  reason: z.enum(judgementReasons).nullable(),
});
export type DecidingCell = z.infer<typeof decidingCellSchema>;

/** What weakens a judgement although the numbers decide it. */
export const doubts = ['suspect', 'parity', 'one-repeat', 'simulated', 'imported', 'not-steady'] as const;
export type Doubt = (typeof doubts)[number];

/** Which target suits a use, and the cells that decide it. */
export const recommendationSchema = z.strictObject({
  useCase: z.enum(useCases),
  outcome: z.enum(['choice', 'no-measured-difference', 'contradictory', 'undecided', 'not-measured']),
  choice: z.string().nullable(),
  /** Of the first cell that leaves it open; `null` beside a choice. */
  reason: z.enum(judgementReasons).nullable(),
  cells: z.array(decidingCellSchema),
  doubts: z.array(z.enum(doubts)),
});
export type Recommendation = z.infer<typeof recommendationSchema>;

export const tipCodes = [
  'kv-cache-full',
  'queue-while-cache-free',
  'prefix-cache-unused',
  'graphs-off',
  'gpu-memory-unused',
  'first-request-slow',
  'gpu-throttled',
  'client-limit',
] as const;
export type TipCode = (typeof tipCodes)[number];

/** Something to tune, with the evidence for it in this result; a rule of the same name derives each. */
export const tipSchema = z.strictObject({
  code: z.enum(tipCodes),
  /** `null` where it is about the client. */
  target: z.string().nullable(),
  engine: z.enum(['vllm', 'sglang', 'other']),
  /** Names in its sentence, such as an argument. */
  names: z.record(z.string(), z.string()),
  evidence: z.array(evidenceSchema),
  stages: z.array(z.string()),
});
export type Tip = z.infer<typeof tipSchema>;

export const scoreCategories = [
  'single-user-speed',
  'concurrency',
  'memory',
  'stability',
  'ease-of-set-up',
  'compatibility',
] as const;
export type ScoreCategory = (typeof scoreCategories)[number];

/** The parts of the categories, each a formula over the result with thresholds in one table. */
export const scorePartNames = [
  'single-user-of-best',
  'single-user-of-limit',
  'concurrency-of-best',
  'concurrency-of-limit',
  'memory-of-least',
  'error-share',
  'variation',
  'stall',
  'deaths',
  'start-up-of-fastest',
  'workarounds',
  'failures-before-ready',
  'known-problems',
] as const;
export type ScorePartName = (typeof scorePartNames)[number];

/** Why a category has no stars. */
export const scoreReasons = [
  'not-measured',
  'one-target',
  'not-steady',
  'simulated',
  'not-started-here',
] as const;
export type ScoreReason = (typeof scoreReasons)[number];

/** Stars, 1 to 5, by the published rule of the category; `null` with a reason where it was not measured. */
export const scoreSchema = z.strictObject({
  category: z.enum(scoreCategories),
  target: z.string(),
  /** The fewest of the parts' stars. */
  stars: z.number().int().min(1).max(5).nullable(),
  /** The parts that were measured, by their names, with what they are made of. */
  numbers: z.array(evidenceSchema),
  parts: z.array(
    z.strictObject({
      name: z.enum(scorePartNames),
      value: z.number(),
      stars: z.number().int().min(1).max(5),
    }),
  ),
  /** Parts that were not measured. */
  missing: z.array(z.enum(scorePartNames)),
  doubts: z.array(z.enum(doubts)),
  reason: z.enum(scoreReasons).nullable(),
});
export type Score = z.infer<typeof scoreSchema>;
