import { z } from 'zod';
import { limitedLatencies } from '../plan/request-limits.ts';
import { figureSchema } from './figure-schema.ts';

/**
 * Requests planned in the window that kept every limit of an objective: their share of all that were planned, and their
 * rate. Failed, cut and dropped requests count as missed. `below` is in microseconds.
 */
export const goodputSchema = z.strictObject({
  objective: z.string(),
  limits: z.array(z.strictObject({ latency: z.enum(limitedLatencies), below: z.number().positive() })),
  good: z.number().int().nonnegative(),
  planned: z.number().int().nonnegative(),
  share: figureSchema,
  requestsPerSecond: figureSchema,
});
export type Goodput = z.infer<typeof goodputSchema>;
