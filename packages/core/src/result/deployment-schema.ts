import { z } from 'zod';
import { figureSchema } from './figure-schema.ts';

/**
 * How a target was started, as a reader needs it to repeat the run. Secrets are redacted, and what is only true of one
 * host (process numbers, folders, container ids) is left out.
 */
export const deploymentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('docker'),
    image: z.strictObject({
      reference: z.string(),
      digest: z.string().nullable(),
      id: z.string().nullable(),
    }),
    command: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('process'), command: z.array(z.string()) }),
]);
export type ResultDeployment = z.infer<typeof deploymentSchema>;

/** From the start of a process or container to its first healthy answer and to its first token, in milliseconds. */
export const startupFiguresSchema = z.strictObject({
  firstHealthyAnswer: figureSchema,
  firstToken: figureSchema,
});

const problemTextSchema = z.strictObject({ title: z.string(), cause: z.string(), fix: z.string() });

/** A known problem whose signs were found, with what is known of it when the result was made. */
export const foundProblemSchema = z.strictObject({
  /** Its name in the base of known problems. */
  id: z.string(),
  /** Whether it stops or falsifies a measurement, or is worth knowing. */
  weight: z.enum(['error', 'advice']),
  /** Lines of the log that show it. */
  lines: z.array(z.string()),
  /** Facts that announce it, in words: `driver 555.42.02 (<570)`. */
  signs: z.array(z.string()),
  text: z.strictObject({ en: problemTextSchema, ko: problemTextSchema, zh: problemTextSchema.nullable() }),
  /** Commands that check or repair it; words in capitals are to be replaced. */
  commands: z.array(z.string()),
  /** Addresses where it is described. */
  sources: z.array(z.string()),
});
export type FoundProblem = z.infer<typeof foundProblemSchema>;

/**
 * A known problem that concerns this host or one of its servers: its lines were seen in a log, facts announce it, or it is
 * common with this engine, so that a reader who meets it knows it.
 */
export const knownProblemSchema = z.strictObject({
  /** Whom it concerns; `null` where it is the host. */
  target: z.string().nullable(),
  relation: z.enum(['seen', 'announced', 'common']),
  ...foundProblemSchema.shape,
});
export type ResultProblem = z.infer<typeof knownProblemSchema>;

/** A target that did not start, or died before it was measured; the others are measured all the same. */
export const targetFailureSchema = z.strictObject({
  target: z.string(),
  code: z.string(),
  message: z.string(),
  hint: z.string().nullable(),
  /** The end of its log. */
  logTail: z.array(z.string()),
  problems: z.array(foundProblemSchema),
});
export type TargetFailure = z.infer<typeof targetFailureSchema>;
