import { z } from 'zod';

const numberOrNull = z.number().nullable();

/**
 * What the hardware allows at most at a load, from the model's shape and the accelerator, and the share of it that was
 * reached. Decode: output tok/s at a batch; prefill: input tok/s of one user.
 */
export const physicalLimitSchema = z.strictObject({
  target: z.string(),
  suite: z.string(),
  phase: z.enum(['decode', 'prefill']),
  users: z.number().positive(),
  /** The context in tokens that the step reads, mean over an answer; `null` where it is unknown and left out of the sum. */
  context: numberOrNull,
  /** tok/s. */
  limit: numberOrNull,
  measured: numberOrNull,
  /** measured / limit. */
  share: numberOrNull,
  boundBy: z.enum(['bandwidth', 'compute']).nullable(),
  /** What went into the limit. */
  inputs: z.strictObject({
    accelerator: z.string().nullable(),
    bandwidth: numberOrNull,
    peakFlops: numberOrNull,
    weightBytes: numberOrNull,
    keyValueBytesPerToken: numberOrNull,
    parameters: numberOrNull,
  }),
  /** Why a part is unknown. */
  reason: z.string().nullable(),
});
export type PhysicalLimit = z.infer<typeof physicalLimitSchema>;

/** What a target ran into first as the load grew, as far as the data shows. */
export const loadLimitSchema = z.strictObject({
  target: z.string(),
  cause: z.enum([
    'errors',
    'queue',
    'kv-cache',
    'compute',
    'bandwidth',
    'latency',
    'client',
    'none-seen',
    'unknown',
  ]),
  users: numberOrNull,
  evidence: z.array(z.strictObject({ name: z.string(), value: z.number(), unit: z.string() })),
  reason: z.string().nullable(),
});
export type LoadLimit = z.infer<typeof loadLimitSchema>;
