import { z } from 'zod';

/** What client and server both count. */
export const crossCheckCodes = [
  'requests',
  'generation-tokens',
  'time-to-first-token',
  'inter-token-latency',
] as const;

/**
 * The client's figure beside the server's own, over the whole stage, warm-up included; latencies are means in
 * microseconds. A figure that is unknown is `null`.
 */
export const crossCheckSchema = z.strictObject({
  code: z.enum(crossCheckCodes),
  message: z.string(),
  unit: z.enum(['requests', 'tokens', 'us']),
  client: z.number().nullable(),
  server: z.number().nullable(),
  /** Where the client's figure may lie, given the server's and the errors of both; an end is `null` where nothing bounds it. */
  allowed: z.strictObject({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  /** Whether it lies there; `null` where the two cannot be compared, and the message says why. */
  explained: z.boolean().nullable(),
});
export type CrossCheck = z.infer<typeof crossCheckSchema>;
