import { z } from 'zod';
import { stageSuites } from '../plan/planned-stage.ts';
import { errorClasses } from '../transport/error-class.ts';
import { crossCheckSchema } from './cross-check-schema.ts';
import { distributionsSchema, metricsSchema, tokenDistributionSchema } from './figure-schema.ts';
import { generatorHealthSchema } from './generator-schema.ts';
import { goodputSchema } from './goodput-schema.ts';
import { gpuViewSchema } from './gpu-schema.ts';
import { loadSchema, promptsSchema } from './load-schema.ts';
import { qualitySchema } from './quality-schema.ts';

export const countsSchema = z.strictObject({
  planned: z.number().int().nonnegative(),
  dispatched: z.number().int().nonnegative(),
  dropped: z.number().int().nonnegative(),
  /** Of the dispatched ones, those that the cap on requests in flight held back. */
  late: z.number().int().nonnegative(),
  completed: z.number().int().nonnegative(),
  failed: z.number().int().nonnegative(),
  cut: z.number().int().nonnegative(),
});
export type Counts = z.infer<typeof countsSchema>;

const countOrNull = z.number().int().nonnegative().nullable();

/** Token totals with where they come from; `events` are token-bearing stream events, never a token count. */
export const tokenTotalsSchema = z.strictObject({
  source: z.enum(['usage', 'native', 'tokenizer', 'mixed', 'unknown']),
  input: countOrNull,
  output: countOrNull,
  reasoning: countOrNull,
  cached: countOrNull,
  /** `null` where another tool did not count them. */
  events: countOrNull,
  /** Completed requests whose output token count is unknown. */
  requestsWithoutCount: countOrNull,
  /** Tokens counted by the server that no stream event showed. */
  unseen: countOrNull,
  reason: z.string().nullable(),
});
export type TokenTotals = z.infer<typeof tokenTotalsSchema>;

export const trustSchema = z.strictObject({
  verdict: z.enum(['valid', 'suspect', 'invalid']),
  reasons: z.array(
    z.strictObject({
      code: z.string(),
      message: z.string(),
      value: z.number().nullable(),
      limit: z.number().nullable(),
    }),
  ),
});
export type Trust = z.infer<typeof trustSchema>;

/** Failures by class and detail, most frequent first, each with the first thing that was said. */
export const errorsSchema = z.array(
  z.strictObject({
    class: z.enum(errorClasses),
    detail: z.string(),
    count: z.number().int().positive(),
    sample: z.string(),
  }),
);

/** The stage over time, some 4 points a second (fewer in a long one): totals since its start, but for `inFlight`. */
export const seriesSchema = z.array(
  z.strictObject({
    at: z.number().nonnegative(),
    inFlight: z.number().nonnegative(),
    dispatched: z.number().nonnegative(),
    completed: z.number().nonnegative(),
    failed: z.number().nonnegative(),
    events: z.number().nonnegative(),
    firstTokens: z.number().nonnegative(),
    firstTokenSum: z.number().nonnegative(),
  }),
);
export type StageSeries = z.infer<typeof seriesSchema>;

/** Requests of one class (or turn of a conversation) that completed in the window. */
export const classSchema = z.strictObject({
  name: z.string(),
  completed: z.number().int().nonnegative(),
  outputTokens: z.number().int().nonnegative().nullable(),
  metrics: distributionsSchema,
});
export type StageClass = z.infer<typeof classSchema>;

const microsOrNull = z.number().nonnegative().nullable();
const countedOrNull = z.number().nonnegative().nullable();

/** A gauge over the samples of a span: the mean over them, and the largest; samples are about a second apart. */
const gaugeSchema = z.strictObject({ mean: countedOrNull, max: countedOrNull });

/**
 * A percentile as the server's buckets can tell it, in microseconds: the true value lies from `low` to `high`, and
 * `estimate` is interpolated between them. `reason` says why one is unknown.
 */
const bucketPercentileSchema = z.strictObject({
  estimate: microsOrNull,
  low: microsOrNull,
  high: microsOrNull,
  reason: z.string().nullable(),
});

/** A latency that the server measured itself, in microseconds; the mean is exact, sum over count. */
const serverLatencySchema = z.strictObject({
  count: countedOrNull,
  mean: microsOrNull,
  p50: bucketPercentileSchema,
  p95: bucketPercentileSchema,
  p99: bucketPercentileSchema,
  reason: z.string().nullable(),
});
export type ServerLatency = z.infer<typeof serverLatencySchema>;

/**
 * The server's view of a span: differences of its counters between two samples, whose instants are `start` and `end`.
 * `offBy` is how far these are from the span's true edges, in microseconds: negative before them, positive after.
 */
const serverSpanShape = {
  start: microsOrNull,
  end: microsOrNull,
  offBy: z.strictObject({ start: z.number().nullable(), end: z.number().nullable() }),
  promptTokens: countedOrNull,
  generationTokens: countedOrNull,
  requestsFinished: countedOrNull,
  preemptions: countedOrNull,
  /** Prompt tokens that came from the prefix cache, out of those looked up; the share is 0 to 1. */
  prefixCache: z.strictObject({ hits: countedOrNull, queries: countedOrNull, share: countedOrNull }),
  queueTime: serverLatencySchema,
  timeToFirstToken: serverLatencySchema,
  interTokenLatency: serverLatencySchema,
  e2e: serverLatencySchema,
  /** `kvUse` is the share of the KV cache in use, 0 to 1. */
  gauges: z.strictObject({ running: gaugeSchema, waiting: gaugeSchema, kvUse: gaugeSchema }),
};
export const serverSpanSchema = z.strictObject(serverSpanShape);
export type ServerSpan = z.infer<typeof serverSpanSchema>;

/**
 * What the server's own metrics say about the stage, on the run's clock: over the whole stage, warm-up included, and in
 * `window` over the measurement window, which is `null` where none opened or no two samples lie around it.
 */
export const serverViewSchema = z.strictObject({
  source: z.string(),
  engine: z.string().nullable(),
  ...serverSpanShape,
  window: serverSpanSchema.nullable(),
  /** The gauges over time, at most 120 points; `at` in microseconds from the run's zero. */
  series: z.array(
    z.strictObject({
      at: z.number().nonnegative(),
      running: countedOrNull,
      waiting: countedOrNull,
      kvUse: countedOrNull,
    }),
  ),
  samples: z.number().int().nonnegative(),
  /** Seconds without a sample: answers that failed or came too late, and pauses for a server that is slow to answer. */
  missed: z.number().int().nonnegative(),
  reason: z.string().nullable(),
});
export type ServerView = z.infer<typeof serverViewSchema>;

/** An answer kept for its reader (languages suite): prompt, text and its own speed. */
export const excerptSchema = z.strictObject({
  language: z.string(),
  prompt: z.string(),
  /** `null` where the source shows the prompt alone. */
  text: z.string().nullable(),
  outputTokens: countOrNull,
  requestSpeed: z.number().nullable(),
});
export type Excerpt = z.infer<typeof excerptSchema>;

/** One load level of one target in one repeat. Instants are microseconds from the run's zero. */
export const stageSchema = z.strictObject({
  id: z.string(),
  target: z.string(),
  suite: z.enum(stageSuites),
  repeat: z.number().int().positive(),
  /** The language of the prompts: an ISO 639 code. */
  language: z.string(),
  status: z.enum(['completed', 'partial', 'failed']),
  statusReason: z.string().nullable(),
  load: loadSchema,
  prompts: promptsSchema.nullable(),
  startedAt: z.string().nullable(),
  window: z.strictObject({
    start: z.number().int().nonnegative().nullable(),
    end: z.number().int().nonnegative().nullable(),
    reason: z.string().nullable(),
    whole: z
      .strictObject({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
      .nullable(),
  }),
  warmup: z
    .strictObject({
      /** How its end was decided. */
      kind: z.enum(['requests', 'duration', 'steady']),
      requests: z.number().int().nonnegative(),
      duration: z.number().int().nonnegative(),
      /** Whether the stage was steady when a warm-up of kind `steady` ended; `null` for the other kinds. */
      steady: z.boolean().nullable(),
      /** Failures among its requests; they are in no other figure. */
      errors: errorsSchema,
    })
    .nullable(),
  counts: countsSchema.nullable(),
  windowCounts: z
    .strictObject({
      completed: z.number().int().nonnegative(),
      failed: z.number().int().nonnegative(),
    })
    .nullable(),
  errors: errorsSchema,
  metrics: metricsSchema,
  whole: z.strictObject({ metrics: metricsSchema }),
  cold: z.strictObject({ count: countOrNull, metrics: distributionsSchema }),
  goodput: z.array(goodputSchema),
  /** Figures by request class or turn of a conversation; empty where all requests are of one kind. */
  classes: z.array(classSchema),
  /** Lengths that were really sent and received, in tokens as the server counted them. */
  lengths: z.strictObject({ input: tokenDistributionSchema, output: tokenDistributionSchema }),
  tokens: tokenTotalsSchema,
  finishReasons: z.record(z.string(), z.number().int().positive()),
  /** `null` where another tool measured and kept no record of its own health. */
  generator: generatorHealthSchema.nullable(),
  server: serverViewSchema.nullable(),
  /** What the GPUs of the serving host did meanwhile; `null` where nobody watched. */
  gpu: gpuViewSchema.nullable(),
  /** Where the server's own view and the client's differ by more than both errors explain, and where they agree. */
  crossCheck: z.array(crossCheckSchema),
  series: seriesSchema,
  excerpts: z.array(excerptSchema),
  /** How good the answers are, where they were judged. */
  quality: qualitySchema.nullable(),
  trust: trustSchema,
});
export type Stage = z.infer<typeof stageSchema>;
