import { z } from 'zod';

/** How much a finding weighs: it makes a statement false, it makes one doubtful, or it should be known. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** A number that a finding stands on, with its unit (`tok/s`, `us`, `users`, `share`, `ratio`, `bytes`, `W`, `J`, `s`, `count`). */
export const evidenceSchema = z.strictObject({
  name: z.string(),
  value: z.number(),
  unit: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * A statement that a rule derived from a result. `code` names the rule, `names` the targets and other names in its
 * sentence, `numbers` its numbers by name. The sentence itself is made of these, in the reader's language.
 */
export const findingSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(severities),
  /** The stages that it stands on. */
  stages: z.array(z.string()),
  names: z.record(z.string(), z.string()),
  numbers: z.record(z.string(), evidenceSchema.omit({ name: true })),
});
export type Finding = z.infer<typeof findingSchema>;
