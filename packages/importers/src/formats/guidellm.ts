import { type StageLoad, usageError } from '@kneepoint/core';
import { distributionOf } from '../build/distributions.ts';
import { nothingOfServer } from '../build/imported-target.ts';
import { type StatedLatency, statedLatencies } from '../build/source-figures.ts';
import type { StageFacts } from '../build/stage-facts.ts';
import { atOnce, closedLoop, openLoop } from '../build/stage-load.ts';
import { statedLengths } from '../build/token-lengths.ts';
import { toolStage } from '../build/tool-stage.ts';
import { checkFormat, hasKeys } from './fields.ts';
import { type GuidellmBenchmark, type GuidellmSummary, guidellmSchema } from './guidellm-schema.ts';
import type { Importer, SourceRun } from './importer.ts';

const tool = 'GuideLLM';
const missing = 'GuideLLM does not say it';

/** Reports of GuideLLM in JSON: each of its benchmarks is a load level. */
export const guidellmImporter: Importer = {
  format: 'guidellm',
  recognises: ([first]) =>
    hasKeys(first, 'benchmarks') &&
    guidellmSchema.shape.benchmarks.element
      .pick({ metrics: true })
      .safeParse(Object(Reflect.get(Object(first), 'benchmarks'))[0]).success,
  read([document], file): SourceRun {
    const report = checkFormat(guidellmSchema, document, { name: file.name, tool });
    const built = report.benchmarks.map((benchmark) => readBenchmark(benchmark, file.name));
    const backend = report.benchmarks[0]?.config.backend;
    return {
      tool,
      toolVersion: report.metadata?.guidellm_version ?? null,
      target: {
        ...nothingOfServer,
        engine: 'other',
        api: backend?.request_format?.includes('chat') === true ? 'openai-chat' : null,
        url: backend?.target ?? null,
        model: backend?.model ?? null,
        missing,
      },
      stages: built.map(({ stage }) => stage),
      notes: [...standingNotes, ...built.flatMap(({ notes }) => notes)],
    };
  },
};

const standingNotes = [
  "GuideLLM's inter-token latency is a mean of each request, counted once for every token: no stall shows in it, so it stands neither as tokenGap nor, but for its requests where all are listed, as tpot",
  "GuideLLM's time per output token is end-to-end time over output tokens: it is ntpot here",
  'end-to-end time ends when the stream is closed, shortly after the last token',
];

type RateName =
  | 'output_tokens_per_second'
  | 'prompt_tokens_per_second'
  | 'tokens_per_second'
  | 'requests_per_second';

type Built = { readonly stage: StageFacts; readonly notes: readonly string[] };

function readBenchmark(benchmark: GuidellmBenchmark, name: string): Built {
  const { metrics } = benchmark;
  const { successful: completed, errored, incomplete, total } = metrics.request_totals;
  const load = loadOf(benchmark, name);
  const listed = listedLatencies(benchmark);
  const stated = statedLatencies([
    latency('ttft', 'time to first token', metrics.time_to_first_token_ms?.successful, 1e3),
    latency('e2e', 'request latency', metrics.request_latency?.successful, 1e6),
  ]);
  const mean = (name: RateName): number | null => metrics[name]?.successful?.mean ?? null;
  const stage = toolStage({
    load,
    planned: total - incomplete,
    completed,
    failed: errored,
    durationSeconds: null,
    latencies: { ...stated.latencies, ...listed },
    stated: {
      outputThroughput: mean('output_tokens_per_second'),
      inputThroughput: mean('prompt_tokens_per_second'),
      totalThroughput: mean('tokens_per_second'),
      requestThroughput: mean('requests_per_second'),
    },
    concurrency: metrics.request_concurrency?.total?.mean ?? null,
    lengths: {
      ...lengths('input', metrics.prompt_token_count?.successful),
      ...lengths('output', metrics.output_token_count?.successful),
    },
    tokens: {},
    missing,
    startedAt: benchmark.start_time === null ? null : new Date(benchmark.start_time * 1000).toISOString(),
    windowReason: windowReason(benchmark),
  });
  const warnings = (benchmark.warnings ?? []).flatMap(({ message }) => message ?? []);
  return { stage, notes: [...stated.notes, ...warnings.map((text) => `GuideLLM warns: ${text}`)] };
}

/** GuideLLM can leave out a warm-up and a cool-down of its own; without them the run's ramp and drain are inside. */
function windowReason({ warmup_duration: before, cooldown_duration: after }: GuidellmBenchmark): string {
  const cut = (before ?? 0) + (after ?? 0) > 0;
  return cut
    ? `GuideLLM left out ${before ?? 0} s at the start and ${after ?? 0} s at the end; where that lies on the run's clock is not known here`
    : 'the tool cut nothing off: its figures are over the whole run, ramp and drain inside';
}

function latency(
  name: StatedLatency['name'],
  called: string,
  summary: GuidellmSummary | null | undefined,
  toMicros: number,
): StatedLatency {
  const scaled = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value * toMicros;
  const { p50, p75, p90, p95, p99, p999 } = summary?.percentiles ?? {};
  return {
    name,
    called,
    count: summary?.count ?? null,
    mean: scaled(summary?.mean),
    min: scaled(summary?.min),
    max: scaled(summary?.max),
    percentiles: {
      p50: scaled(p50),
      p75: scaled(p75),
      p90: scaled(p90),
      p95: scaled(p95),
      p99: scaled(p99),
      p999: scaled(p999),
    },
  };
}

/** Means of single requests, where the file lists every one of them. */
function listedLatencies({ metrics, requests }: GuidellmBenchmark): StageFacts['latencies'] {
  const listed = requests?.successful ?? [];
  if (listed.length === 0 || listed.length !== metrics.request_totals.successful) return {};
  const micros = (pick: (request: (typeof listed)[number]) => number | null): number[] =>
    listed.flatMap((request) => pick(request) ?? []).map((millis) => millis * 1000);
  const none = 'no request has more than one token';
  return {
    tpot: distributionOf(
      micros((request) => request.inter_token_latency_ms),
      none,
    ),
    ntpot: distributionOf(
      micros((request) => request.time_per_output_token_ms),
      none,
    ),
  };
}

function lengths(
  name: 'input' | 'output',
  summary: GuidellmSummary | null | undefined,
): StageFacts['lengths'] {
  if (summary === null || summary === undefined) return {};
  const { count, mean, min, max, percentiles } = summary;
  return { [name]: statedLengths({ count, mean, min, max, p50: percentiles.p50, p95: percentiles.p95 }) };
}

function loadOf({ config, metrics }: GuidellmBenchmark, name: string): StageLoad {
  const { type_: kind, streams, max_concurrency: cap, rate } = config.strategy;
  const requests = metrics.request_totals.total;
  if (kind === 'synchronous') return closedLoop(1);
  if (kind === 'concurrent' && streams !== null) return closedLoop(streams);
  if (kind === 'throughput') return cap === null ? atOnce(requests) : closedLoop(cap);
  if ((kind === 'constant' || kind === 'poisson') && rate !== null) {
    return openLoop({ requestsPerSecond: rate, kind, burstiness: null, cap });
  }
  throw usageError(
    'import-load-unknown',
    `${name} has a benchmark with the strategy "${kind}", whose load is not known here`,
    'its strategies synchronous, concurrent, throughput, constant and poisson are read',
  );
}
