import { distributionOf } from '../build/distributions.ts';
import { nothingOfServer } from '../build/imported-target.ts';
import type { StageFacts } from '../build/stage-facts.ts';
import { givenLoad } from '../build/stage-load.ts';
import { lengthsOf } from '../build/token-lengths.ts';
import { toolStage } from '../build/tool-stage.ts';
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

type Metrics = AiperfRecord['metrics'];

function readRecords(records: readonly AiperfRecord[], file: ImportedFile): StageFacts {
  const measuredOnes = records.filter(
    ({ metadata }) => (metadata.benchmark_phase ?? 'profiling') === 'profiling',
  );
  const completed = measuredOnes.filter(
    ({ metadata, error }) => metadata.was_cancelled !== true && (error === undefined || error === null),
  );
  const durationSeconds = spanSeconds(measuredOnes);
  const lists = completed.map(({ metrics }) => metrics);
  const input = lists.flatMap((own) => one(own.usage_prompt_tokens ?? own.input_sequence_length));
  const output = lists.flatMap((own) => one(own.usage_completion_tokens ?? own.output_sequence_length));
  const totals = { input: totalOf(input, completed.length), output: totalOf(output, completed.length) };
  const perSecond = (amount: number | null): number | null =>
    amount === null || durationSeconds === null ? null : amount / durationSeconds;
  return toolStage({
    load: givenLoad(file),
    planned: measuredOnes.length,
    completed: completed.length,
    failed: measuredOnes.length - completed.length,
    durationSeconds,
    latencies: latenciesOf(lists),
    stated: {},
    derived: {
      outputThroughput: perSecond(totals.output),
      requestThroughput: perSecond(completed.length),
    },
    concurrency: null,
    lengths: { input: lengthsOf(input), output: lengthsOf(output) },
    tokens: totals,
    missing,
    windowReason: 'the records have no window: the figures are over all of them, ramp and drain inside',
  });
}

/** Its times are in milliseconds. */
function latenciesOf(lists: readonly Metrics[]): StageFacts['latencies'] {
  const micros = (pick: (metrics: Metrics) => readonly number[]) =>
    distributionOf(
      lists.flatMap(pick).map((millis) => millis * 1000),
      'no record has it',
    );
  return {
    ttft: micros((own) => one(own.time_to_first_token)),
    e2e: micros((own) => one(own.request_latency)),
    tpot: micros((own) => one(own.inter_token_latency)),
    chunkGap: micros((own) => own.inter_chunk_latency?.value ?? []),
    maxStall: micros(({ inter_chunk_latency: gaps }) =>
      gaps && gaps.value.length > 0 ? [gaps.value.reduce((most, gap) => Math.max(most, gap))] : [],
    ),
  };
}

const one = (value: { readonly value: number | null } | null | undefined): number[] =>
  value?.value === null || value?.value === undefined ? [] : [value.value];

/** The sum over the requests; `null` where one of them does not have it. */
const totalOf = (values: readonly number[], requests: number): number | null =>
  values.length === requests && requests > 0 ? values.reduce((sum, value) => sum + value, 0) : null;

function spanSeconds(records: readonly AiperfRecord[]): number | null {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { metadata } of records) {
    start = Math.min(start, metadata.request_start_ns);
    end = Math.max(end, metadata.request_end_ns);
  }
  return end > start ? (end - start) / 1e9 : null;
}
