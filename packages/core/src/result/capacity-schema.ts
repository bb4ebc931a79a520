import { z } from 'zod';
import { trustVerdicts } from '../plan/thresholds/threshold.ts';

const levelOrNull = z.number().nonnegative().nullable();
const valueSchema = z.union([z.number(), z.enum(trustVerdicts)]);

/** A condition of the SLO at a level or a stage; value and limit are in the limit's stored unit, `null` without data. */
const limitSchema = z.union([
  z.strictObject({ unit: z.enum(['us', 'share', 'tok/s', 'req/s', 'requests']), value: z.number() }),
  z.strictObject({ unit: z.literal('verdict'), value: z.enum(trustVerdicts) }),
]);
const figureSchema = z.strictObject({
  text: z.string(),
  value: valueSchema.nullable(),
  limit: limitSchema,
  kept: z.boolean().nullable(),
  reason: z.string().nullable(),
});

/** The highest load that keeps an SLO, as a search found it, with the curve that it saw. Levels are users, or requests per second. */
export const capacitySchema = z.strictObject({
  /** The conditions as a person wrote them. */
  slo: z.array(z.string()),
  vary: z.enum(['users', 'rate']),
  highestKept: levelOrNull,
  lowestBroken: levelOrNull,
  /** Where the capacity lies; an end is `null` where nothing bounds it. */
  interval: z.strictObject({ low: levelOrNull, high: levelOrNull }),
  /** The probability that both ends are on their right side; `null` without any end. */
  confidence: z.number().min(0).max(1).nullable(),
  /** The stage after the choice; `null` where there was none. */
  confirmation: z.strictObject({ kept: z.boolean().nullable(), terms: z.array(figureSchema) }).nullable(),
  /** The condition that is broken furthest at `lowestBroken`. */
  brokenFirst: figureSchema.nullable(),
  /** Why the load was not carried at `lowestBroken`; `null` where it was. */
  notCarried: z.string().nullable(),
  curve: z.array(
    z.strictObject({
      level: z.number().nonnegative(),
      repeats: z.number().int().positive(),
      kept: z.number().int().nonnegative(),
      broken: z.number().int().nonnegative(),
      state: z.enum(['kept', 'broken', 'undecided', 'unmeasurable', 'unjudged']),
      figures: z.array(figureSchema),
    }),
  ),
  /** Why the search looked no further. */
  reason: z.string(),
  /** The lowest level at which the client was the bottleneck; `null` where it never was. */
  clientLimit: z.strictObject({ level: z.number(), message: z.string() }).nullable(),
  censored: z.enum(['above-range', 'below-range']).nullable(),
  monotone: z.boolean(),
});
export type Capacity = z.infer<typeof capacitySchema>;
