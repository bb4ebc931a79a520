import { z } from 'zod';
import { severities } from './finding-schema.ts';

/** A difference between targets that could favour one side: what, each side's value, and whom it favours (`null`: not known). */
export const parityDifferenceSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(severities),
  values: z.array(z.strictObject({ target: z.string(), value: z.string().nullable() })),
  favours: z.string().nullable(),
});
export type ParityDifference = z.infer<typeof parityDifferenceSchema>;
