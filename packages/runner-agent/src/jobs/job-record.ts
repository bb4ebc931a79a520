import { z } from 'zod';
import { jobIdPattern } from './job-id.ts';
import { jobStates } from './job-state.ts';

const nullableText = z.string().nullable();

/** Why something did not go well, with what to do next, and the exit code of a command that ends so. */
export const failureSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: nullableText,
  exitCode: z.number().int(),
});
/** Why something did not go well. */
export type Failure = z.infer<typeof failureSchema>;

const figureSchema = z.strictObject({
  kind: z.enum(['measured', 'derived', 'estimated', 'declared', 'unknown']),
  unit: z.string(),
  value: z.number().nullable(),
  reason: nullableText,
});

/** How long a server took to its first healthy answer and to its first token, in milliseconds. */
export const startupSchema = z.strictObject({ firstHealthyAnswer: figureSchema, firstToken: figureSchema });

/** How a target fared. */
export const jobTargetSchema = z.strictObject({
  name: z.string(),
  state: z.enum(['waiting', 'deploying', 'ready', 'measured', 'failed']),
  /** `null` where Kneepoint did not start it, or it never answered. */
  startup: startupSchema.nullable(),
  /** What the deployment says of itself; `null` before it is known. */
  facts: z.record(z.string(), z.unknown()).nullable(),
  failure: failureSchema.nullable(),
  /** The end of the log of a server that did not start. */
  logTail: z.array(z.string()),
});
/** How a target fared. */
export type JobTarget = z.infer<typeof jobTargetSchema>;

/** A job as everybody may see it, and as it is kept on disk. Times are ISO 8601. */
export const jobRecordSchema = z.strictObject({
  version: z.literal(1),
  id: z.string().regex(jobIdPattern),
  name: z.string(),
  state: z.enum(jobStates),
  createdAt: z.string(),
  startedAt: nullableText,
  endedAt: nullableText,
  /** Servers go on after the job. */
  keep: z.boolean(),
  /** A person asked it to wait before its next stage. Records from before this could be asked have no such field. */
  held: z.boolean().default(false),
  targets: z.array(jobTargetSchema),
  stages: z.strictObject({
    total: z.number().int().nonnegative(),
    ended: z.number().int().nonnegative(),
  }),
  /** The state in which the agent was killed; `null` where it was not. */
  interruptedIn: z.enum(jobStates).nullable(),
  failure: failureSchema.nullable(),
  /** How a command that ran this job is to end; `null` before the job has ended. */
  exit: z.strictObject({ code: z.number().int(), reason: z.string() }).nullable(),
  hasResult: z.boolean(),
});
/** A job as everybody may see it. */
export type JobRecord = z.infer<typeof jobRecordSchema>;
