import { z } from 'zod';

const nullableText = z.string().nullable();
const numberOrNull = z.number().nullable();

/**
 * A statement that a person's document makes in words, as its import was told to find it. `text` is quoted as it stands.
 * What a claim needs to be checked stands beside its kind; targets are names in this result.
 */
export const claimSchema = z.discriminatedUnion('kind', [
  /** One target is better than the other at a load: `factor` as it was written, `null` where only a winner is named. */
  z.strictObject({
    kind: z.literal('winner'),
    text: z.string(),
    metric: z.string(),
    users: numberOrNull,
    winner: z.string(),
    factor: numberOrNull,
  }),
  z.strictObject({ kind: z.literal('linear-scaling'), text: z.string(), target: z.string() }),
  z.strictObject({
    kind: z.literal('saturates-after'),
    text: z.string(),
    target: z.string(),
    users: z.number().positive(),
  }),
  /** From so many users on, `winner` is ahead. */
  z.strictObject({
    kind: z.literal('crossover'),
    text: z.string(),
    winner: z.string(),
    users: z.number().positive(),
  }),
]);
export type Claim = z.infer<typeof claimSchema>;

/** A command that a document tells its reader to run, with the target that it is for; a request has a path and a body. */
export const documentCommandSchema = z.strictObject({
  target: nullableText,
  text: z.string(),
  purpose: z.enum(['deploy', 'test', 'other']),
});
export type DocumentCommand = z.infer<typeof documentCommandSchema>;

/**
 * Where the figures come from: a run of Kneepoint; a file of another tool or a person's document; or several results put
 * together for one report. Of an imported one, whatever its source does not say is unknown here too.
 */
export const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('measured') }),
  z.strictObject({
    kind: z.literal('imported'),
    /** The format: `vllm`, `sglang`, `guidellm`, `aiperf`, `inference-perf`, or `tables`. */
    format: z.string(),
    /** What wrote the source, and its version. */
    tool: nullableText,
    toolVersion: nullableText,
    /** The names of the files, without their folders. */
    files: z.array(z.string()),
    /** Facts that are only written there, word for word: prompts, settings, remarks. */
    claims: z.array(claimSchema),
    commands: z.array(documentCommandSchema),
    /** What was left out, or could not be told, and why. */
    notes: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('combined'),
    results: z.array(z.strictObject({ id: z.string(), name: z.string(), createdAt: z.string() })),
  }),
]);
export type ResultSource = z.infer<typeof sourceSchema>;
