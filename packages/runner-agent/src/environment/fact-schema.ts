import { z } from 'zod';

/** The shape of a fact on the wire, given that of its value. */
export const factSchema = <Value extends z.ZodType>(value: Value) =>
  z.union([
    z.strictObject({ value, source: z.string(), reason: z.null() }),
    z.strictObject({ value: z.null(), source: z.string().nullable(), reason: z.string() }),
  ]);
