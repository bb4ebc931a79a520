import { z } from 'zod';

const numberOrNull = z.number().nullable();
/** A fitted parameter with its standard error. */
const parameterSchema = z.strictObject({ value: z.number(), error: numberOrNull });

/** Why a part of a scaling is unknown; a report has words of its own for each. */
export const scalingReasons = [
  /** Fewer levels than the part needs. */
  'too-few-levels',
  /** Every usable level has the same throughput, or none. */
  'no-growth',
  /** Throughput still grows at the heaviest level. */
  'still-grows',
  /** Growth does not bend enough to tell where. */
  'no-bend',
  /** The fit did not come to an end. */
  'no-fit',
] as const;
export type ScalingReason = (typeof scalingReasons)[number];

/** A level of a target: mean over the repeats in tok/s and its 95 % interval by Student's t, `null` of one repeat. */
export const scalingPointSchema = z.strictObject({
  users: z.number().positive(),
  /** The suite that measured it: one user may come from another one than the rest. */
  suite: z.string(),
  throughput: z.number().nonnegative(),
  low: numberOrNull,
  high: numberOrNull,
  repeats: z.number().int().positive(),
  /** Of its repeats; an `invalid` point is shown, and no fit or statement uses it. */
  trust: z.enum(['valid', 'suspect', 'invalid']),
  /** Share of linear scaling from the fewest users that were measured; `base` says how many. */
  efficiency: numberOrNull,
});
export type ScalingPoint = z.infer<typeof scalingPointSchema>;

/**
 * How a target's output throughput grows with users, from the levels of its closed-loop stages. `reasons` says by name
 * why a part is unknown.
 */
export const scalingSchema = z.strictObject({
  target: z.string(),
  points: z.array(scalingPointSchema),
  base: numberOrNull,
  /** The universal scalability law X(N) = lambda N / (1 + sigma (N - 1) + kappa N (N - 1)), fitted to the points. */
  usl: z
    .strictObject({
      lambda: parameterSchema,
      sigma: parameterSchema,
      kappa: parameterSchema,
      /** Share of the points' variance that the fit explains, and the root mean square of its relative errors. */
      determination: numberOrNull,
      relativeError: z.number(),
      /** Where the fit has its maximum; `null` where it has none in reach. */
      peak: z.strictObject({ users: z.number(), throughput: z.number() }).nullable(),
    })
    .nullable(),
  /** The level at which growth bends, with its interval; `method` is how it was found. */
  knee: z
    .strictObject({
      users: z.number(),
      low: numberOrNull,
      high: numberOrNull,
      method: z.literal('kneedle'),
      intervalMethod: z.enum(['neighbouring-levels', 'bootstrap-and-neighbouring-levels']),
    })
    .nullable(),
  /** The level from which more users bring no more than a stated share: throughput there, and the gain after it. */
  saturation: z.strictObject({ users: z.number(), throughput: z.number(), gainAfter: z.number() }).nullable(),
  reasons: z.partialRecord(z.enum(['points', 'usl', 'knee', 'saturation']), z.enum(scalingReasons)),
});
export type Scaling = z.infer<typeof scalingSchema>;

/** What keeps a crossover from being told, or limits what it says. */
export const crossoverReasons = [
  /** The targets share fewer than two usable levels. */
  'too-few-levels',
  /** One repeat at a level: noise is unknown. */
  'one-repeat',
  /** At no level does the interval of the difference exclude 0. */
  'intervals-overlap',
  /** At one end of the levels it does not, so that a change there is open. */
  'open-end',
  /** One is ahead at both ends, and between them they are not told apart. */
  'undecided-between',
  /** The lines cross more than once. */
  'several-crossings',
] as const;

/** Where two targets' throughput lines meet, interpolated linearly between levels. */
export const crossoverSchema = z.strictObject({
  metric: z.string(),
  baseline: z.string(),
  candidate: z.string(),
  kind: z.enum(['crosses', 'none', 'undecided']),
  users: numberOrNull,
  /** `difference-interval`: the users at which the 95 % interval of the difference, itself interpolated, includes 0. */
  interval: z
    .strictObject({
      low: z.number(),
      high: z.number(),
      method: z.enum(['difference-interval', 'neighbouring-levels']),
    })
    .nullable(),
  /** The better one below and above it; the same one where they never cross; `null` where it is open. */
  below: z.string().nullable(),
  above: z.string().nullable(),
  reason: z.enum(crossoverReasons).nullable(),
});
export type Crossover = z.infer<typeof crossoverSchema>;
