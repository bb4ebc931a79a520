import { z } from 'zod';
import { distributionOf } from '../build/distributions.ts';
import { nothingOfServer } from '../build/imported-target.ts';
import type { StageFacts } from '../build/stage-facts.ts';
import { closedLoop } from '../build/stage-load.ts';
import { toolStage } from '../build/tool-stage.ts';
import { checkFormat, hasKeys, numbersField, textField } from './fields.ts';
import type { Importer, SourceRun } from './importer.ts';

const valuesSchema = z.looseObject({ values: numbersField }).nullish();
const benchmarkSchema = z.looseObject({
  concurrency: z.number().int().positive(),
  context_size: z.number().int().nonnegative(),
  prompt_size: z.number().int().nonnegative(),
  response_size: z.number().int().nonnegative(),
  is_context_prefill_phase: z.boolean().nullish(),
  tg_throughput: z.looseObject({ mean: z.number() }).nullish(),
  tg_req_throughput: valuesSchema,
  e2e_ttft: valuesSchema,
});
type Benchmark = z.output<typeof benchmarkSchema>;

const schema = z.looseObject({
  version: textField,
  model: textField,
  latency_mode: textField,
  benchmarks: z.array(benchmarkSchema).min(1),
});

const tool = 'llama-benchy';
const missing = 'llama-benchy does not say it';

/** Results of llama-benchy: each of its benchmarks is a load level. */
export const llamaBenchyImporter: Importer = {
  format: 'llama-benchy',
  recognises: ([first]) => hasKeys(first, 'benchmarks', 'latency_mode', 'prefix_caching_enabled'),
  read([document], file): SourceRun {
    const result = checkFormat(schema, document, { name: file.name, tool });
    return {
      tool,
      toolVersion: result.version,
      target: { ...nothingOfServer, engine: 'other', api: null, model: result.model, missing },
      stages: result.benchmarks.map(readBenchmark),
      notes: [
        'tg_throughput counts only the time in which tokens are generated, so it does not stand as the output throughput, which is unknown',
        'TPOT is derived from tg_req_throughput, which is the tokens after the first event over the time since it; time to first token from e2e_ttft',
        ...result.benchmarks.map(lengthNote),
      ],
    };
  },
};

const lengthNote = ({
  concurrency,
  context_size,
  prompt_size,
  response_size,
  tg_throughput,
}: Benchmark): string =>
  `at ${concurrency} users ${prompt_size} input tokens and ${response_size} output tokens were asked for, after a context of ${context_size}; tg_throughput there was ${tg_throughput?.mean ?? 'not said'}`;

function readBenchmark(benchmark: Benchmark): StageFacts {
  const none = 'the file lists no value';
  const speeds = (benchmark.tg_req_throughput?.values ?? []).filter((speed) => speed > 0);
  const tpot = distributionOf(
    speeds.map((tokensPerSecond) => 1e6 / tokensPerSecond),
    none,
  );
  const ttft = distributionOf(
    (benchmark.e2e_ttft?.values ?? []).map((millis) => millis * 1000),
    none,
  );
  return toolStage({
    load: closedLoop(benchmark.concurrency),
    planned: null,
    completed: null,
    failed: null,
    durationSeconds: null,
    latencies: { tpot, ttft },
    stated: {},
    concurrency: null,
    lengths: {},
    tokens: {},
    missing,
    windowReason: 'the tool has no window: it measures each wave of requests on its own',
  });
}
