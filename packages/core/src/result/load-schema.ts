import { z } from 'zod';
import { datasetFormats } from '../plan/prompt-plan.ts';

const positive = z.number().positive();
const micros = z.number().nonnegative();

/** Where a number of a request came from, as in the plan; the values of an empirical one stay in their file. */
export const distributionPlanSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), value: z.number() }),
  z.strictObject({ kind: z.literal('uniform'), min: z.number(), max: z.number() }),
  z.strictObject({
    kind: z.literal('normal'),
    mean: z.number(),
    deviation: z.number(),
    min: z.number(),
    max: z.number(),
  }),
  z.strictObject({
    kind: z.literal('lognormal'),
    median: z.number(),
    sigma: z.number(),
    min: z.number(),
    max: z.number(),
  }),
  z.strictObject({ kind: z.literal('exponential'), mean: z.number() }),
  z.strictObject({ kind: z.literal('empirical'), values: z.number().int(), source: z.string() }),
]);
export type DistributionPlan = z.infer<typeof distributionPlanSchema>;

/** Arrivals as they were planned; rates per second, times in microseconds. */
export const arrivalPlanSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant'), requestsPerSecond: positive }),
  z.strictObject({ kind: z.literal('poisson'), requestsPerSecond: positive }),
  z.strictObject({ kind: z.literal('gamma'), requestsPerSecond: positive, burstiness: positive }),
  z.strictObject({
    kind: z.literal('ramp'),
    from: z.number().nonnegative(),
    to: z.number().nonnegative(),
    curve: z.enum(['linear', 'exponential']),
    micros,
  }),
  z.strictObject({
    kind: z.literal('steps'),
    steps: z.array(z.strictObject({ requestsPerSecond: z.number().nonnegative(), micros })),
  }),
  z.strictObject({ kind: z.literal('trace'), source: z.string(), timeScale: positive }),
  z.strictObject({ kind: z.literal('at-once'), count: z.number().int().positive() }),
]);

/** How requests were started. `requestsPerSecond` is the planned mean rate, `null` for arrivals at one instant. */
export const loadSchema = z.discriminatedUnion('loop', [
  z.strictObject({
    loop: z.literal('closed'),
    users: z.number().int().positive(),
    /** Pauses between an answer and the next request, in microseconds. */
    thinkTime: distributionPlanSchema.nullable(),
  }),
  z.strictObject({
    loop: z.literal('open'),
    requestsPerSecond: positive.nullable(),
    arrivals: arrivalPlanSchema,
    /** The cap on requests in flight, and what became of arrivals at it. */
    maxInFlight: z.number().int().positive().nullable(),
    atCap: z.enum(['drop', 'late']).nullable(),
  }),
]);
export type StageLoad = z.infer<typeof loadSchema>;

/** What the requests said: the kind of prompts, the file they came from, and whether each had a salt of its own. */
export const promptsSchema = z.strictObject({
  kind: z.enum(['generated', 'fixed', 'language', 'dataset', 'trace', 'conversation', 'classes']),
  source: z.string().nullable(),
  format: z.enum(datasetFormats).nullable(),
  salted: z.boolean(),
  sharedPrefix: z
    .strictObject({
      groups: z.number().int().positive(),
      tokens: z.number().int().positive(),
      share: z.number(),
    })
    .nullable(),
  /** Asked-for lengths in tokens, as planned. */
  inputTokens: distributionPlanSchema.nullable(),
  outputTokens: distributionPlanSchema.nullable(),
  /** Lines of the file that could not be read and were left out. */
  skippedLines: z.number().int().nonnegative(),
});
export type StagePrompts = z.infer<typeof promptsSchema>;
