import { claimSchema } from '@kneepoint/core';
import { z } from 'zod';

const words = z.string().min(1);
/** A column's heading by the target that it is about. */
const targetColumns = z.record(words, words);
const count = z.number().int().positive();

/** Latencies that a cell can give, each with the statistic that it is. */
const latencyNames = ['ttft', 'tpot', 'ntpot', 'tokenGap', 'chunkGap', 'e2e'] as const;
const statistics = ['mean', 'min', 'max', 'p50', 'p75', 'p90', 'p95', 'p99', 'p999'] as const;
/** The latencies of cells as a mapping writes them: `e2e.mean`, `ttft.p99`. */
const latencyMetrics = latencyNames.flatMap((name) =>
  statistics.map((statistic) => `${name}.${statistic}` as const),
);
/** Figures of a stage that a cell can give. */
const figureMetrics = [
  'outputThroughput',
  'inputThroughput',
  'totalThroughput',
  'requestThroughput',
  'throughputPerUser',
  'requestSpeed',
  'decodeSpeed',
  'errorRate',
] as const;
/** What a cell can be a figure of, as `metrics.md` names it. */
export const cellMetrics = [...figureMetrics, ...latencyMetrics] as const;
export type CellMetric = (typeof cellMetrics)[number];

/** Phases of memory that a table can give. */
export const tablePhases = ['empty', 'loaded', 'warm', 'inference', 'peak', 'after'] as const;
/** Memory that a result names for each target. */
export const namedMemory = ['empty', 'loaded', 'inference', 'peak'] as const;

/** What a row of a table of metrics is about: a metric of the stage, memory of the target, or its start-up time. */
const rowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('metric'), metric: z.enum(cellMetrics), unit: words.optional() }),
  z.strictObject({ kind: z.literal('memory'), phase: z.enum(namedMemory), unit: words.optional() }),
  z.strictObject({ kind: z.literal('start-up'), unit: words.optional() }),
]);
export type MetricRow = z.infer<typeof rowSchema>;

const tableShape = {
  /** The heading under which the table stands: the first table after it. In a CSV file, which is one table, none. */
  heading: words.optional(),
  columns: targetColumns,
  /** What a reader of the figures has to know, and the document does not say. */
  note: words.optional(),
};

const suites = ['single-user', 'concurrency'] as const;

/** One table: what its rows and columns are. */
export const tableSchema = z.discriminatedUnion('kind', [
  /** Rows are metrics of one load level. */
  z.strictObject({
    kind: z.literal('metrics'),
    ...tableShape,
    suite: z.enum(suites),
    users: count,
    /** Requests behind each cell, where the document says it: percentiles are kept only where these are enough. */
    requests: count.optional(),
    rows: z.record(words, rowSchema),
  }),
  /** Rows are load levels of one metric. */
  z.strictObject({
    kind: z.literal('levels'),
    ...tableShape,
    suite: z.enum(suites).default('concurrency'),
    /** Heading of the column with the number of users. */
    users: words,
    requests: count.optional(),
    metric: z.enum(cellMetrics),
    unit: words.optional(),
  }),
  /** Rows are phases of memory. */
  z.strictObject({
    kind: z.literal('memory'),
    ...tableShape,
    unit: words.optional(),
    rows: z.record(words, z.enum(tablePhases)),
  }),
  /** Rows are languages of the prompts; the code is that of ISO 639. */
  z.strictObject({
    kind: z.literal('languages'),
    ...tableShape,
    users: count,
    metric: z.enum(cellMetrics),
    unit: words.optional(),
    rows: z.record(words, words),
    /** Heading of the column with the prompts. */
    prompt: words.optional(),
    /** Heading of the column with a person's rating in words. */
    rating: words.optional(),
  }),
]);
export type MappedTable = z.infer<typeof tableSchema>;

const deploymentMapSchema = z.strictObject({
  heading: words,
  image: words,
  ports: words.optional(),
  arguments: words,
});

const targetMapSchema = z.strictObject({
  engine: z.enum(['vllm', 'sglang', 'other']),
  /** Address of the server, as the document writes it. */
  url: words.optional(),
  /** Label of the list item that names the version. */
  version: words.optional(),
  /** The block of keys that says how the target was started, by its heading and its keys. */
  deployment: deploymentMapSchema.optional(),
});
export type MappedTarget = z.infer<typeof targetMapSchema>;

/**
 * How to read a person's document: which table is about what. Values of facts are labels, as in `- **LABEL**: VALUE`, and
 * the document says the value. Texts of claims are quoted, and have to stand in the document.
 */
export const mappingSchema = z.strictObject({
  name: words,
  /** Label of the item that names the model. */
  model: words.optional(),
  environment: z
    .strictObject({
      gpu: z
        .strictObject({
          name: words,
          memory: words.optional(),
          computeCapability: words.optional(),
          driver: words.optional(),
          cuda: words.optional(),
        })
        .optional(),
      os: words.optional(),
      docker: words.optional(),
      python: words.optional(),
    })
    .default({}),
  targets: z.record(words, targetMapSchema),
  tables: z.array(tableSchema).min(1),
  /** Answers that the document shows: the fenced block after the words. */
  excerpts: z.array(z.strictObject({ target: words, language: words, after: words })).default([]),
  claims: z.array(claimSchema).default([]),
  /** Commands that it tells its reader to run: a fenced block, or the part of it from a comment on. */
  commands: z
    .array(
      z.strictObject({
        heading: words,
        after: words.optional(),
        target: words.optional(),
        purpose: z.enum(['deploy', 'test', 'other']),
      }),
    )
    .default([]),
});
export type Mapping = z.infer<typeof mappingSchema>;
