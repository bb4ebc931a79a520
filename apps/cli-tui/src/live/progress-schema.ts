import { trustCodes } from '@kneepoint/core';
import { z } from 'zod';
import type { WatchedEvent } from './watched-event.ts';

const count = z.number().nonnegative();
const figure = z.number().nullable();
const nullableText = z.string().nullable();
const verdict = z.enum(['valid', 'suspect', 'invalid']);

/** A stage of the plan; what is not listed here is as in a result's plan. */
const plannedStageSchema = z.looseObject({
  id: z.string(),
  target: z.string(),
  suite: z.string(),
  /** From 1. */
  repeat: z.number().int().positive(),
  load: z.discriminatedUnion('loop', [
    z.looseObject({ loop: z.literal('closed'), users: z.number().int().positive() }),
    z.looseObject({ loop: z.literal('open'), arrivals: z.looseObject({ kind: z.string() }) }),
  ]),
  language: z.string(),
});

/** A stage that ended. Rates per second, times in microseconds; `null` where not measured. */
const endedStageSchema = z.strictObject({
  id: z.string(),
  target: z.string(),
  status: z.enum(['completed', 'partial', 'failed']),
  statusReason: nullableText,
  verdict,
  reasons: z.array(
    z.strictObject({ code: z.enum(trustCodes), message: z.string(), value: figure, limit: figure }),
  ),
  figures: z.strictObject({
    outputThroughput: figure,
    requestThroughput: figure,
    errorRate: figure,
    ttftP50: figure,
    ttftP95: figure,
    ttftP99: figure,
    tokenGapP50: figure,
    tokenGapP99: figure,
  }),
});

/** Counts by coarse bucket of microseconds, sixteen to a doubling: bucket, count, bucket, count, ... */
const coarseCounts = z.array(z.number().int().nonnegative());

const gaugeSchema = z.strictObject({ mean: z.number(), max: z.number() }).nullable();

/** When it happened, ISO 8601 in UTC. It stands first in every line. */
const at = { at: z.iso.datetime() };

/** Every kind of line of `--progress json`. */
export const progressEventSchemas = {
  /** The stages to come; `null` where only a search knows. `done` are those that a resumed run brought along. */
  planned: z.strictObject({
    ...at,
    kind: z.literal('planned'),
    stages: z.array(plannedStageSchema).nullable(),
    done: z.array(endedStageSchema),
  }),
  'target-found': z.strictObject({
    ...at,
    kind: z.literal('target-found'),
    /** As in the result's `targets`. */
    target: z.looseObject({ name: z.string(), engine: z.string(), simulated: z.boolean() }),
  }),
  'stage-started': z.strictObject({
    ...at,
    kind: z.literal('stage-started'),
    stage: plannedStageSchema,
    /** Of all stages, from 0. */
    position: z.number().int().nonnegative(),
    total: z.number().int().positive().nullable(),
  }),
  /** Totals of the stage that runs, since it started; four a second. */
  progress: z.strictObject({
    ...at,
    kind: z.literal('progress'),
    stage: z.string(),
    fields: z.strictObject({
      dispatched: count,
      completed: count,
      failed: count,
      events: count,
      tokens: count,
      inFlight: count,
      firstTokens: count,
      /** Sum of the times to first token, microseconds. */
      firstTokenSum: count,
    }),
    phase: z.enum(['warmup', 'measuring', 'draining']),
    latencies: z.strictObject({ ttft: coarseCounts, tokenGap: coarseCounts, startLag: coarseCounts }),
    /** Failed requests by class. */
    errors: z.record(z.string(), count),
    dropped: count,
    late: count,
    /** The share of a core that the busiest load worker used, 0 to 1. */
    clientCpu: figure,
  }),
  server: z.strictObject({
    ...at,
    kind: z.literal('server'),
    target: z.string(),
    sample: z.looseObject({ running: gaugeSchema, waiting: gaugeSchema, kvUse: gaugeSchema }),
  }),
  'stage-ended': z.strictObject({ ...at, kind: z.literal('stage-ended'), stage: endedStageSchema }),
  held: z.strictObject({ ...at, kind: z.literal('held'), held: z.boolean() }),
  /** Something that a person should know, in English. */
  note: z.strictObject({ ...at, kind: z.literal('note'), text: z.string() }),
  /** A server that is deployed for the run. */
  deployment: z.strictObject({
    ...at,
    kind: z.literal('deployment'),
    target: z.string(),
    state: z.enum(['starting', 'ready', 'failed', 'stopped', 'kept']),
    reason: nullableText,
  }),
  /** Where an agent's job is. */
  state: z.strictObject({ ...at, kind: z.literal('state'), state: z.string(), reason: nullableText }),
  /** A line that a deployed server wrote. */
  log: z.strictObject({ ...at, kind: z.literal('log'), target: z.string(), line: z.string() }),
  /** The serving host's GPUs: bytes, 0 to 1, watts, degrees Celsius. */
  gpus: z.strictObject({
    ...at,
    kind: z.literal('gpus'),
    gpus: z.array(
      z.strictObject({
        name: z.string(),
        memoryUsed: figure,
        memoryTotal: figure,
        utilization: figure,
        power: figure,
        temperature: figure,
      }),
    ),
  }),
  /** The way to the agent: why it is lost, `null` when it is there again. */
  connection: z.strictObject({ ...at, kind: z.literal('connection'), lost: nullableText }),
  /** A person, or a signal, ended the run. */
  ending: z.strictObject({ ...at, kind: z.literal('ending'), how: z.enum(['draining', 'cutting']) }),
  /** Why the command failed; the last line. */
  error: z.strictObject({
    ...at,
    kind: z.literal('error'),
    code: z.string(),
    message: z.string(),
    hint: nullableText,
  }),
} as const satisfies Readonly<Record<WatchedEvent['kind'] | 'error', z.ZodType>>;

/** A line of `--progress json`. */
export const progressEventSchema = z.discriminatedUnion('kind', [
  progressEventSchemas.planned,
  progressEventSchemas['target-found'],
  progressEventSchemas['stage-started'],
  progressEventSchemas.progress,
  progressEventSchemas.server,
  progressEventSchemas['stage-ended'],
  progressEventSchemas.held,
  progressEventSchemas.note,
  progressEventSchemas.deployment,
  progressEventSchemas.state,
  progressEventSchemas.log,
  progressEventSchemas.gpus,
  progressEventSchemas.connection,
  progressEventSchemas.ending,
  progressEventSchemas.error,
]);
