import { z } from 'zod';

/** A share of at least this much less time counts as faster: more than a tenth, as audits of published results take it. */
export const fasterRatio = 0.9;

const valueOrNull = z.number().nonnegative().nullable();

/**
 * One latency of both kinds: means over the rounds in microseconds, and repeated / distinct with its 95 % interval.
 * `faster`: the whole interval is below 0.9; `same`: none of it is; else `unclear`.
 */
const cachingPartSchema = z.strictObject({
  distinct: valueOrNull,
  repeated: valueOrNull,
  ratio: valueOrNull,
  low: valueOrNull,
  high: valueOrNull,
  finding: z.enum(['faster', 'same', 'unclear']),
});
export type CachingPart = z.infer<typeof cachingPartSchema>;

/** Prompt tokens that came from a cache, as a share (0 to 1) of all, by kind; `null` where it is not said. */
const cachedShareSchema = z.strictObject({ distinct: valueOrNull, repeated: valueOrNull });
export type CachedShare = z.infer<typeof cachedShareSchema>;

/** Whether a server answers a prompt that it has seen faster than a new one, and what it keeps. */
export const cachingVerdictSchema = z.strictObject({
  verdict: z.enum(['cached', 'not-cached', 'inconclusive']),
  /** `prefixes`: what it computed of the prompt; `answers`: the answer itself. `null` unless something is cached. */
  keeps: z.enum(['prefixes', 'answers']).nullable(),
  message: z.string(),
  /** Stages of each kind whose figures went into it. */
  rounds: z.strictObject({ distinct: z.number().int(), repeated: z.number().int() }),
  timeToFirstToken: cachingPartSchema,
  /** What the answer took after its first token, per token. */
  timePerLaterToken: cachingPartSchema,
  e2e: cachingPartSchema,
  /** By the usage in the server's answers. */
  cachedByUsage: cachedShareSchema,
  /** By the server's own metrics, in the measurement window where they were read around it. */
  cachedByMetrics: cachedShareSchema,
});
export type CachingVerdict = z.infer<typeof cachingVerdictSchema>;
