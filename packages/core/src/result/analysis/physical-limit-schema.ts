import { z } from 'zod';

const numberOrNull = z.number().nullable();

/** Why a limit is unknown, or what it leaves out; a report has words of its own for each. */
export const limitReasons = [
  /** The target is the simulated server, whose speed no hardware bounds. */
  'simulated',
  /** No GPU was seen on the serving host. */
  'no-accelerator',
  /** The server runs on another host than the one whose GPUs are known. */
  'other-host',
  /** The GPU, or the one of several that share its name, is not in the table of accelerators. */
  'accelerator-unknown',
  /** GPUs of several kinds. */
  'accelerators-differ',
  /** Several GPUs, and how many of them the server uses is not known. */
  'accelerator-count-unknown',
  /** Neither its files nor the table tell the model's shape. */
  'model-unknown',
  /** How many bits a quantized weight has is not known. */
  'weights-unknown',
  /** The model is a mixture of experts, and how many of its parameters a token needs is not known. */
  'experts-unknown',
  /** Several tokens may come of one step. */
  'speculative-decoding',
  /** Known, but the cached keys and values of the context are left out. */
  'context-unknown',
  /** Known, but the table has no rate of computing for this type of number, so that it bounds nothing. */
  'compute-unknown',
] as const;
export type LimitReason = (typeof limitReasons)[number];

/**
 * What the hardware allows at most at a load, from the model's shape and the accelerator, and the share of it that was
 * reached. Decode: output tok/s at a batch; prefill: input tok/s of one user. A share above 1 marks the measurement as wrong.
 */
export const physicalLimitSchema = z.strictObject({
  target: z.string(),
  suite: z.string(),
  language: z.string(),
  phase: z.enum(['decode', 'prefill']),
  users: z.number().positive(),
  /** The context in tokens that the step reads, mean over an answer; `null` where it is unknown and left out of the sum. */
  context: numberOrNull,
  /** tok/s. */
  limit: numberOrNull,
  /** tok/s. */
  measured: numberOrNull,
  /** The metric of `measured`; `ttft` is input tokens over time to first token, waiting included, so an estimate. */
  metric: z.enum(['decodeSpeed', 'requestSpeed', 'outputThroughput', 'ttft']).nullable(),
  kind: z.enum(['derived', 'estimated']),
  /** measured / limit. */
  share: numberOrNull,
  boundBy: z.enum(['bandwidth', 'compute']).nullable(),
  /** What went into the limit; rates are of all accelerators together. */
  inputs: z.strictObject({
    accelerator: z.string().nullable(),
    accelerators: z.number().int().positive().nullable(),
    bandwidth: numberOrNull,
    peakFlops: numberOrNull,
    weightBytes: numberOrNull,
    keyValueBytesPerToken: numberOrNull,
    parameters: numberOrNull,
  }),
  /** Why it is unknown, or what it leaves out. */
  reason: z.enum(limitReasons).nullable(),
});
export type PhysicalLimit = z.infer<typeof physicalLimitSchema>;

/** Why it is not known what a target ran into; of `none-seen`, what was not looked at. */
export const loadLimitReasons = [
  /** Fewer than two levels. */
  'too-few-levels',
  /** The server's own metrics and the GPU's were not read. */
  'server-not-watched',
  /** Growth bends or stops, and nothing that was watched shows why. */
  'no-sign',
] as const;

/** What a target ran into first as the load grew, as far as the data shows; `users` is the level at which it is seen. */
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
  reason: z.enum(loadLimitReasons).nullable(),
});
export type LoadLimit = z.infer<typeof loadLimitSchema>;
