import type { StageLoad } from '@kneepoint/core';
import { z } from 'zod';
import { nothingOfServer } from '../build/imported-target.ts';
import { atOnce, closedLoop, nothingCompleted, openLoop } from '../build/stage-load.ts';
import { checkFormat, hasKeys, numberField, numberListsField, numbersField, textField } from './fields.ts';
import type { Importer, SourceRun } from './importer.ts';
import { type RequestLists, servingBenchStage } from './serving-bench.ts';
import { summaryLatency } from './serving-bench-keys.ts';

const count = z.number().int().nonnegative();

const schema = z.looseObject({
  date: textField,
  backend: textField,
  endpoint_type: textField,
  model_id: textField,
  num_prompts: count.nullish().transform((value) => value ?? null),
  /** A number, or `inf`. */
  request_rate: z.union([z.number(), z.string()]).nullish(),
  burstiness: numberField,
  max_concurrency: numberField,
  duration: z.number().positive(),
  completed: count,
  failed: numberField,
  total_input_tokens: numberField,
  total_output_tokens: numberField,
  request_throughput: numberField,
  output_throughput: numberField,
  total_token_throughput: numberField,
  latencies: numbersField,
  ttfts: numbersField,
  itls: numberListsField,
  input_lens: numbersField,
  output_lens: numbersField,
  errors: z.array(z.string()).nullish(),
});
type VllmResult = z.output<typeof schema>;

const tool = 'vllm bench serve';
const missing = 'vllm bench serve does not say it';

/** Results of `vllm bench serve --save-result`, one document a run; with `--save-detailed` they list every request. */
export const vllmImporter: Importer = {
  format: 'vllm',
  recognises: ([first]) =>
    hasKeys(first, 'total_token_throughput', 'completed', 'duration') ||
    hasKeys(first, 'endpoint_type', 'model_id', 'num_prompts'),
  read(documents, file): SourceRun {
    const runs = documents.map((document) => checkFormat(schema, document, { name: file.name, tool }));
    const built = runs.map((run) => readRun(run, file.name));
    const [first] = runs;
    return {
      tool,
      toolVersion: null,
      target: {
        ...nothingOfServer,
        engine: 'other',
        api: first?.backend?.includes('chat') === true ? 'openai-chat' : null,
        model: first?.model_id ?? null,
        missing,
      },
      stages: built.map(({ stage }) => stage),
      notes: [...standingNotes, ...runs.flatMap(dateNote), ...built.flatMap(({ notes }) => notes)],
    };
  },
};

const standingNotes = [
  'time to first token starts before the connection is asked for, and for chat ends with the first event that has a choice, which may be empty',
  'TPOT is (end-to-end time - time to first token) / (output tokens - 1): the same as here where the first event carries one token',
  'ITL of vllm bench serve is the time between events, and stands as chunkGap, not tokenGap',
  'rates are over the whole run, ramp and drain inside, and stand as the figures of the stage',
  'max_output_tokens_per_s and max_concurrent_requests count whatever touches a second; no figure here is defined so',
];

const dateNote = ({ date }: VllmResult): string[] =>
  date === null ? [] : [`the run is dated ${date}, in the local time of its host`];

function readRun(run: VllmResult, name: string): ReturnType<typeof servingBenchStage> {
  return servingBenchStage({
    load: loadOf(run, name),
    planned: run.num_prompts,
    completed: run.completed,
    failed: run.failed ?? (run.num_prompts === null ? null : run.num_prompts - run.completed),
    durationSeconds: run.duration,
    inputTokens: run.total_input_tokens,
    outputTokens: run.total_output_tokens,
    throughput: {
      outputThroughput: run.output_throughput,
      totalThroughput: run.total_token_throughput,
      requestThroughput: run.request_throughput,
    },
    stated: [
      summaryLatency(run, { name: 'ttft', key: 'ttft', called: 'TTFT', count: run.completed }),
      summaryLatency(run, { name: 'tpot', key: 'tpot', called: 'TPOT', count: null }),
      summaryLatency(run, { name: 'chunkGap', key: 'itl', called: 'ITL', count: null }),
      summaryLatency(run, { name: 'e2e', key: 'e2el', called: 'E2EL', count: run.completed }),
    ],
    lists: listsOf(run),
    gapName: 'chunkGap',
    concurrency: null,
    missing,
  });
}

/** The lists hold failed requests, too, whose error is not empty. */
function listsOf(run: VllmResult): RequestLists {
  const { errors } = run;
  const ofCompleted = <Value>(values: readonly Value[] | null | undefined): readonly Value[] | null => {
    if (values === null || values === undefined) return null;
    const kept = errors ? values.filter((_, index) => (errors[index] ?? '') === '') : values;
    return kept.length === run.completed ? kept : null;
  };
  return {
    ttfts: ofCompleted(run.ttfts),
    gaps: ofCompleted(run.itls),
    e2es: ofCompleted(run.latencies),
    inputTokens: ofCompleted(run.input_lens),
    outputTokens: ofCompleted(run.output_lens),
  };
}

function loadOf(run: VllmResult, name: string): StageLoad {
  const cap = run.max_concurrency;
  const rate = Number(
    run.request_rate === 'inf' || run.request_rate === 'Infinity' ? Infinity : run.request_rate,
  );
  const requests = run.num_prompts ?? run.completed;
  if (Number.isFinite(rate) && rate > 0) {
    const { burstiness } = run;
    const kind = burstiness === null || burstiness === 1 ? 'poisson' : 'gamma';
    return openLoop({ requestsPerSecond: rate, kind, burstiness, cap });
  }
  if (cap !== null) return closedLoop(cap);
  if (requests > 0) return atOnce(requests);
  throw nothingCompleted(name);
}
