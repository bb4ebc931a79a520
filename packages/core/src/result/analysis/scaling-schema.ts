import { z } from 'zod';

const numberOrNull = z.number().nullable();
/** A fitted parameter with its standard error. */
const parameterSchema = z.strictObject({ value: z.number(), error: numberOrNull });

/**
 * How a target's output throughput grows with users, from the levels of its closed-loop stages. `reason` says why a part
 * is unknown.
 */
export const scalingSchema = z.strictObject({
  target: z.string(),
  /** One point a level: mean over the repeats in tok/s, its 95 % interval, and the efficiency against linear from one user. */
  points: z.array(
    z.strictObject({
      users: z.number().positive(),
      throughput: z.number().nonnegative(),
      low: numberOrNull,
      high: numberOrNull,
      repeats: z.number().int().positive(),
      /** Share of linear scaling from the fewest users that were measured; `base` below says how many. */
      efficiency: numberOrNull,
    }),
  ),
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
  /** The level at which growth bends, by the stated method, with its interval. */
  knee: z
    .strictObject({ users: z.number(), low: numberOrNull, high: numberOrNull, method: z.string() })
    .nullable(),
  /** The level from which more users bring no more than a stated share: throughput there, and the gain after it. */
  saturation: z.strictObject({ users: z.number(), throughput: z.number(), gainAfter: z.number() }).nullable(),
  reasons: z.record(z.string(), z.string()),
});
export type Scaling = z.infer<typeof scalingSchema>;

/** Where two targets' throughput lines meet, interpolated between levels. */
export const crossoverSchema = z.strictObject({
  metric: z.string(),
  baseline: z.string(),
  candidate: z.string(),
  kind: z.enum(['crosses', 'none', 'undecided']),
  users: numberOrNull,
  interval: z.strictObject({ low: z.number(), high: z.number(), method: z.string() }).nullable(),
  /** The better one below and above it; the same one where they never cross. */
  below: z.string().nullable(),
  above: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Crossover = z.infer<typeof crossoverSchema>;
