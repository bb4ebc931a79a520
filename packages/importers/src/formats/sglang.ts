import type { StageLoad } from '@kneepoint/core';
import { z } from 'zod';
import { nothingOfServer } from '../build/imported-target.ts';
import { atOnce, closedLoop, nothingCompleted, openLoop } from '../build/stage-load.ts';
import { checkFormat, hasKeys, numberField, numberListsField, numbersField, textField } from './fields.ts';
import type { Importer, SourceRun } from './importer.ts';
import { servingBenchStage } from './serving-bench.ts';
import { summaryLatency } from './serving-bench-keys.ts';

const schema = z.looseObject({
  backend: textField,
  model: textField,
  /** A number, or `inf`. */
  request_rate: z.union([z.number(), z.string()]).nullish(),
  max_concurrency: numberField,
  duration: z.number().positive(),
  completed: z.number().int().nonnegative(),
  total_input_tokens: numberField,
  total_output_tokens: numberField,
  request_throughput: numberField,
  input_throughput: numberField,
  output_throughput: numberField,
  total_throughput: numberField,
  concurrency: numberField,
  ttfts: numbersField,
  itls: numberListsField,
  input_lens: numbersField,
  output_lens: numbersField,
});
type SglangResult = z.output<typeof schema>;

const tool = 'SGLang bench_serving';
const missing = "SGLang's client does not say it";

/** Lines that SGLang's clients (`bench_serving`, and the one in Rust) append to their output file, one a run. */
export const sglangImporter: Importer = {
  format: 'sglang',
  recognises: ([first]) => hasKeys(first, 'backend', 'completed', 'total_throughput', 'mean_e2e_latency_ms'),
  read(documents, file): SourceRun {
    const runs = documents.map((document) => checkFormat(schema, document, { name: file.name, tool }));
    const built = runs.map((run) => readRun(run, file.name));
    const [first] = runs;
    const isNative = first?.backend === 'sglang' || first?.backend === 'sglang-native';
    return {
      tool,
      toolVersion: null,
      target: {
        ...nothingOfServer,
        engine: isNative ? 'sglang' : 'other',
        api: isNative ? 'sglang-generate' : first?.backend?.includes('chat') === true ? 'openai-chat' : null,
        model: first?.model ?? null,
        missing,
      },
      stages: built.map(({ stage }) => stage),
      notes: [...standingNotes, ...built.flatMap(({ notes }) => notes)],
    };
  },
};

const standingNotes = [
  'time to first token starts before the connection is asked for',
  'TPOT is (end-to-end time - time to first token) / (output tokens - 1): the same as here where the first event carries one token',
  "ITL is the time between events (chunkGap); on SGLang's own route it is shared over the tokens of an event (tokenGap)",
  'rates are over the whole run, ramp and drain inside, and stand as the figures of the stage',
  'the file does not say how many requests failed',
  'max_output_tokens_per_s and max_concurrent_requests count whatever touches a second; no figure here is defined so',
];

function readRun(run: SglangResult, name: string): ReturnType<typeof servingBenchStage> {
  const gapName = run.backend === 'sglang' || run.backend === 'sglang-native' ? 'tokenGap' : 'chunkGap';
  // Failed requests are in these lists as zeros: they are read only where every request was completed.
  const complete = <Value>(values: readonly Value[] | null | undefined): readonly Value[] | null =>
    values?.length === run.completed ? values : null;
  return servingBenchStage({
    load: loadOf(run, name),
    planned: null,
    completed: run.completed,
    failed: null,
    durationSeconds: run.duration,
    inputTokens: run.total_input_tokens,
    outputTokens: run.total_output_tokens,
    throughput: {
      outputThroughput: run.output_throughput,
      inputThroughput: run.input_throughput,
      totalThroughput: run.total_throughput,
      requestThroughput: run.request_throughput,
    },
    stated: [
      summaryLatency(run, { name: 'ttft', key: 'ttft', called: 'TTFT', count: run.completed }),
      summaryLatency(run, { name: 'tpot', key: 'tpot', called: 'TPOT', count: null }),
      summaryLatency(run, { name: gapName, key: 'itl', called: 'ITL', count: null }),
      summaryLatency(run, { name: 'e2e', key: 'e2e_latency', called: 'E2E latency', count: run.completed }),
    ],
    lists: {
      ttfts: complete(run.ttfts),
      gaps: complete(run.itls),
      e2es: null,
      inputTokens: complete(run.input_lens),
      outputTokens: complete(run.output_lens),
    },
    gapName,
    concurrency: run.concurrency,
    missing,
  });
}

function loadOf(
  { request_rate: rate, max_concurrency: cap, completed }: SglangResult,
  name: string,
): StageLoad {
  if (typeof rate === 'number' && rate > 0) {
    return openLoop({ requestsPerSecond: rate, kind: 'poisson', burstiness: null, cap });
  }
  if (cap !== null) return closedLoop(cap);
  if (completed > 0) return atOnce(completed);
  throw nothingCompleted(name);
}
