import { z } from 'zod';
import { intervalBases } from './comparison-schema.ts';

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

/** What a summary can state. A rule of the same name derives each. */
export const statementCodes = [
  'nothing-measured',
  'target-not-measured',
  'no-usable-level',
  'capacity',
  'single-user',
  'peak',
  'crossover',
  'first-token',
  'memory',
  'physical-limit',
  'growth',
  'rate',
  'start-up',
] as const;
export type StatementCode = (typeof statementCodes)[number];

/** What a reader must not conclude, or must know before he concludes. A rule of the same name derives each. */
export const cautionCodes = [
  'simulated',
  'imported',
  'combined',
  'unfinished',
  'above-physical-limit',
  'single-user-not-steady',
  'stages-invalid',
  'stages-suspect',
  'different-models',
  'different-levels',
  'different-lengths',
  'parity',
  'dropped',
  'one-repeat',
  'too-few-samples',
] as const;
export type CautionCode = (typeof cautionCodes)[number];

/** How targets stand to one another in a finding: a winner by an interval, none, nothing decided, or not compared. */
export const standings = ['won', 'no-difference', 'inconclusive', 'not-compared'] as const;

/**
 * A statement that a rule derived from a result. `code` names the rule, `names` the targets and other names in its
 * sentence, `numbers` its numbers by name. The sentence itself is made of these, in the reader's language.
 */
export const findingSchema = z.strictObject({
  /** Whether it is a finding, or says what not to conclude. */
  part: z.enum(['statement', 'caution']),
  code: z.enum([...statementCodes, ...cautionCodes]),
  severity: z.enum(severities),
  /** The stages that it stands on. */
  stages: z.array(z.string()),
  names: z.record(z.string(), z.string()),
  numbers: z.record(z.string(), evidenceSchema.omit({ name: true })),
  /** The figure that each target has in it, in the order of the result. */
  targets: z.array(z.strictObject({ target: z.string(), value: z.number(), unit: z.string() })),
  /** `null` where targets are not set against one another. A `factor` above 1 and its interval stand in `numbers`. */
  standing: z
    .strictObject({
      kind: z.enum(standings),
      /** The winner, or without a decision the one with the better value; `null` where neither can be told. */
      ahead: z.string().nullable(),
      behind: z.string().nullable(),
      /** Why nothing is decided, as in a comparison. */
      reason: z.string().nullable(),
      over: z.enum(intervalBases).nullable(),
    })
    .nullable(),
  /** The fewest repeats behind it and the worst verdict of its stages; `null` where it stands on no stage. */
  repeats: z.number().int().positive().nullable(),
  trust: z.enum(['valid', 'suspect', 'invalid']).nullable(),
});
export type Finding = z.infer<typeof findingSchema>;
