import { resultSchema } from '@kneepoint/core';
import { z } from 'zod';

/** The name of one file in a folder: no path, no hidden file. */
const fileName = /^[\p{L}\p{N}_][\p{L}\p{N}_ .@+=-]{0,199}$/u;

/** A file that a plan names, with its contents. */
export const uploadedFileSchema = z.strictObject({
  /** As the plan writes it. */
  source: z.string().min(1).max(4096),
  /** The file's own name, where the plan names its folder (a tokenizer's); otherwise `null`. */
  name: z.string().regex(fileName, { error: 'must be the plain name of a file' }).nullable().default(null),
  base64: z.base64(),
});
/** A file that a plan names, with its contents. */
export type UploadedFile = z.infer<typeof uploadedFileSchema>;

/** A job as it is handed in. */
export const jobSubmissionSchema = z.strictObject({
  /** The plan's YAML. */
  plan: z.string().min(1),
  /** What messages call the plan. */
  planName: z.string().min(1).max(500).default('plan.yaml'),
  files: z.array(uploadedFileSchema).max(200).default([]),
  /** A folder of the agent's host that the plan's other files are relative to; `null` where all files come along. */
  folder: z.string().startsWith('/').nullable().default(null),
  /** Leaves the servers running when the job is over. */
  keep: z.boolean().default(false),
  /**
   * Whether the servers run at the same time, or one after the other because they share a GPU. `auto` lets those run
   * together of which at most one is started by the agent.
   */
  servers: z.enum(['auto', 'together', 'one-by-one']).default('auto'),
  /** The command line, for the result. */
  command: z.string().max(10_000).default('kneepoint agent'),
  /** The result of an interrupted run of this plan: its finished stages are kept and not measured again. */
  resume: resultSchema.nullable().default(null),
});
/** A job as it is handed in, checked. */
export type JobSubmission = z.infer<typeof jobSubmissionSchema>;
/** A job as a client writes it. */
export type WrittenSubmission = z.input<typeof jobSubmissionSchema>;
