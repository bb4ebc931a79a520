import { derived } from '@kneepoint/core';
import { distributionOf } from '../build/distributions.ts';
import { nothingOfServer } from '../build/imported-target.ts';
import {
  closedLoopCounts,
  concurrencyByLittle,
  concurrencyOf,
  derivedFigures,
  followingFigures,
} from '../build/source-figures.ts';
import { nothingMore, type StageFacts } from '../build/stage-facts.ts';
import { givenLoad, suiteOf } from '../build/stage-load.ts';
import { lengthsOf } from '../build/token-lengths.ts';
import { type AiperfRecord, aiperfRecordSchema } from './aiperf-schema.ts';
import { checkFormat, hasKeys } from './fields.ts';
import type { ImportedFile, Importer, SourceRun } from './importer.ts';

const tool = 'AIPerf records';
const missing = "AIPerf's records do not say it";

/** AIPerf's records (`profile_export.jsonl`): one request a line, so every distribution is derived from its values. */
export const aiperfRecordsImporter: Importer = {
  format: 'aiperf-records',
  recognises: ([first]) =>
    hasKeys(first, 'metadata', 'metrics') &&
    hasKeys(Reflect.get(Object(first), 'metadata'), 'request_start_ns', 'request_end_ns'),
  read(documents, file): SourceRun {
    const records = documents.map((document, index) =>
      checkFormat(aiperfRecordSchema, document, { name: `${file.name}, line ${index + 1},`, tool }),
    );
    return {
      tool: 'AIPerf',
      toolVersion: null,
      target: { ...nothingOfServer, engine: 'other', api: null, model: null, missing },
      stages: [readRecords(records, file)],
      notes: [
        'the records say neither load, model nor server; the number of users is the one given at the import',
        'rates are derived: tokens of completed requests over the time from the first start to the last end, ramp and drain inside',
      ],
    };
  },
};

function readRecords(records: readonly AiperfRecord[], file: ImportedFile): StageFacts {
  const measuredOnes = records.filter(
    ({ metadata }) => (metadata.benchmark_phase ?? 'profiling') === 'profiling',
  );
  const completed = measuredOnes.filter(
    ({ metadata, error }) => metadata.was_cancelled !== true && (error === undefined || error === null),
  );
  const failed = measuredOnes.length - completed.length;
  const load = givenLoad(file);
  const micros = (pick: (metrics: AiperfRecord['metrics']) => readonly number[]): number[] =>
    completed.flatMap(({ metrics }) => pick(metrics)).map((millis) => millis * 1000);
  const none = 'no record has it';
  const one = (value: { value: number | null } | null | undefined): number[] =>
    value?.value === null || value?.value === undefined ? [] : [value.value];
  const latencies = {
    ttft: distributionOf(
      micros((metrics) => one(metrics.time_to_first_token)),
      none,
    ),
    e2e: distributionOf(
      micros((metrics) => one(metrics.request_latency)),
      none,
    ),
    tpot: distributionOf(
      micros((metrics) => one(metrics.inter_token_latency)),
      none,
    ),
    chunkGap: distributionOf(
      micros((metrics) => metrics.inter_chunk_latency?.value ?? []),
      none,
    ),
    maxStall: distributionOf(
      micros(({ inter_chunk_latency: gaps }) =>
        gaps && gaps.value.length > 0 ? [Math.max(...gaps.value)] : [],
      ),
      none,
    ),
  };
  const input = completed.flatMap(({ metrics }) =>
    one(metrics.usage_prompt_tokens ?? metrics.input_sequence_length),
  );
  const output = completed.flatMap(({ metrics }) =>
    one(metrics.usage_completion_tokens ?? metrics.output_sequence_length),
  );
  const durationSeconds = spanSeconds(measuredOnes);
  const outputTokens = output.length === completed.length ? sumOf(output) : null;
  const perSecond = (amount: number | null): number | null =>
    amount === null || durationSeconds === null ? null : amount / durationSeconds;
  const concurrencyMean = concurrencyByLittle({
    e2eMeanMicros: latencies.e2e.mean,
    completed: completed.length,
    failed,
    durationSeconds,
  });
  const outputThroughput = perSecond(outputTokens);
  return {
    ...nothingMore,
    suite: suiteOf(load),
    load,
    latencies,
    figures: {
      ...followingFigures({
        outputThroughput,
        concurrencyMean,
        tpotMeanMicros: latencies.tpot.mean,
        completed: completed.length,
        failed,
      }),
      ...derivedFigures({ outputThroughput, requestThroughput: perSecond(completed.length) }),
    },
    concurrency: concurrencyOf(concurrencyMean, derived),
    counts: closedLoopCounts(measuredOnes.length, completed.length, failed),
    lengths: { input: lengthsOf(input), output: lengthsOf(output) },
    tokens: { input: input.length === completed.length ? sumOf(input) : null, output: outputTokens },
    missing,
    windowReason: 'the records have no window: the figures are over all of them, ramp and drain inside',
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function spanSeconds(records: readonly AiperfRecord[]): number | null {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { metadata } of records) {
    start = Math.min(start, metadata.request_start_ns);
    end = Math.max(end, metadata.request_end_ns);
  }
  return end > start ? (end - start) / 1e9 : null;
}
