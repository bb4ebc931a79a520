import { type StageLoad, usageError } from '@kneepoint/core';
import { nothingOfServer } from '../build/imported-target.ts';
import { type StatedLatency, statedLatencies } from '../build/source-figures.ts';
import type { StageFacts } from '../build/stage-facts.ts';
import { closedLoop, openLoop } from '../build/stage-load.ts';
import { statedLengths } from '../build/token-lengths.ts';
import { toolStage } from '../build/tool-stage.ts';
import { type AiperfMetric, type AiperfResult, aiperfSchema } from './aiperf-schema.ts';
import { checkFormat, hasKeys } from './fields.ts';
import type { Importer, SourceRun } from './importer.ts';

const tool = 'AIPerf';
const missing = 'AIPerf does not say it';
/** Counts of the tokenizer and of the server that differ by more than this are not the same tokens. */
const countTolerance = 0.02;

/** The summary that AIPerf writes as JSON (`profile_export_aiperf.json`). */
export const aiperfImporter: Importer = {
  format: 'aiperf',
  recognises: ([first]) =>
    hasKeys(first, 'aiperf_version') ||
    hasKeys(first, 'input_config', 'request_latency', 'request_throughput'),
  read([document], file): SourceRun {
    const result = checkFormat(aiperfSchema, document, { name: file.name, tool });
    const { stage, notes } = readResult(result, file.name);
    const { endpoint, models } = result.input_config ?? {};
    return {
      tool,
      toolVersion: result.aiperf_version,
      target: {
        ...nothingOfServer,
        engine: 'other',
        api:
          endpoint?.type === 'chat'
            ? 'openai-chat'
            : endpoint?.type === 'completions'
              ? 'openai-completions'
              : null,
        url: endpoint?.urls?.[0] ?? null,
        model: models?.items?.[0]?.name ?? null,
        missing,
      },
      stages: [stage],
      notes: [...standingNotes, ...notes],
    };
  },
};

const standingNotes = [
  "AIPerf's inter-token latency is (end-to-end time - time to first token) / (output tokens - 1) of each request: it is tpot here; its inter-chunk latency is chunkGap",
  "AIPerf's throughput is over the whole run, ramp and drain inside, and stands as the figure of the stage",
  'effective_decode_throughput and its kin are time-weighted over instants; no figure here is defined so',
];

function readResult(
  result: AiperfResult,
  name: string,
): { readonly stage: StageFacts; readonly notes: readonly string[] } {
  const completed = result.request_count?.avg ?? null;
  const failed = result.error_request_count?.avg ?? (result.request_error_rate?.avg === 0 ? 0 : null);
  const load = loadOf(result, name);
  const stated = statedLatencies([
    latency('ttft', result.time_to_first_token, name),
    latency('e2e', result.request_latency, name),
    latency('tpot', result.inter_token_latency, name),
    latency('chunkGap', result.inter_chunk_latency, name),
  ]);
  const tokens = tokenCounts(result);
  const { inputAgrees, outputAgrees } = tokens;
  const stage = toolStage({
    load,
    planned: completed === null || failed === null ? null : completed + failed,
    completed,
    failed,
    durationSeconds: null,
    latencies: stated.latencies,
    stated: {
      outputThroughput: outputAgrees ? average(result.output_token_throughput) : null,
      inputThroughput: inputAgrees ? average(result.input_token_throughput) : null,
      totalThroughput: inputAgrees && outputAgrees ? average(result.total_token_throughput) : null,
      requestThroughput: average(result.request_throughput),
      requestSpeed: outputAgrees ? average(result.e2e_output_token_throughput) : null,
    },
    concurrency: average(result.effective_concurrency),
    lengths: tokens.lengths,
    tokens: tokens.totals,
    missing,
    ...(result.was_cancelled === true
      ? { status: { status: 'partial', statusReason: 'the run was cancelled' } as const }
      : {}),
  });
  return { stage, notes: [...stated.notes, ...tokens.notes] };
}

const average = (metric: AiperfMetric): number | null => metric?.avg ?? null;

const toMicros: Readonly<Record<string, number>> = { ns: 1e-3, us: 1, ms: 1e3, sec: 1e6, s: 1e6 };

function latency(name: StatedLatency['name'], metric: AiperfMetric, file: string): StatedLatency {
  const factor = toMicros[metric?.unit ?? 'ms'];
  if (factor === undefined) {
    throw usageError(
      'import-other-shape',
      `${file} has a latency in "${metric?.unit}", which is no unit of time that is known here`,
      'give the file as the tool wrote it',
    );
  }
  const scaled = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value * factor;
  const { p50, p75, p90, p95, p99 } = metric ?? {};
  return {
    name,
    called: name,
    count: metric?.count ?? null,
    mean: scaled(metric?.avg),
    min: scaled(metric?.min),
    max: scaled(metric?.max),
    percentiles: { p50: scaled(p50), p75: scaled(p75), p90: scaled(p90), p95: scaled(p95), p99: scaled(p99) },
  };
}

type TokenCounts = Pick<StageFacts, 'lengths'> & {
  readonly totals: StageFacts['tokens'];
  readonly inputAgrees: boolean;
  readonly outputAgrees: boolean;
  readonly notes: readonly string[];
};

/**
 * AIPerf counts by a tokenizer, and keeps the server's own counts beside it. The server's count is the one that stands; a
 * rate that AIPerf made of its own is kept only where both agree.
 */
function tokenCounts(result: AiperfResult): TokenCounts {
  const input = { own: result.input_sequence_length, server: result.usage_prompt_tokens };
  const output = { own: result.output_sequence_length, server: result.usage_completion_tokens };
  const note = (which: string, { own, server }: typeof input): string[] =>
    agree(own, server)
      ? []
      : [
          `AIPerf counted ${own?.avg} ${which} tokens a request, the server ${server?.avg}: the server's count stands, and rates made of the other are left out`,
        ];
  const known = input.server !== undefined && output.server !== undefined;
  return {
    inputAgrees: agree(input.own, input.server),
    outputAgrees: agree(output.own, output.server),
    lengths: {
      ...lengths('input', input.server ?? input.own),
      ...lengths('output', output.server ?? output.own),
    },
    totals: {
      source: known ? 'usage' : 'tokenizer',
      input: totalOf(input.server ?? input.own),
      output: totalOf(output.server ?? output.own),
    },
    notes: [...note('input', input), ...note('output', output)],
  };
}

function agree(own: AiperfMetric, server: AiperfMetric): boolean {
  const [one, other] = [own?.avg ?? null, server?.avg ?? null];
  if (one === null || other === null) return true;
  return Math.abs(one - other) <= countTolerance * other;
}

const totalOf = (metric: AiperfMetric): number | null => {
  const [mean, count] = [metric?.avg ?? null, metric?.count ?? null];
  return mean === null || count === null ? null : Math.round(mean * count);
};

function lengths(name: 'input' | 'output', metric: AiperfMetric): StageFacts['lengths'] {
  const count = metric?.count ?? null;
  if (metric === null || metric === undefined || count === null) return {};
  const { avg: mean, min, max, p50, p95 } = metric;
  return { [name]: statedLengths({ count, mean, min, max, p50, p95 }) };
}

function loadOf({ input_config: config }: AiperfResult, name: string): StageLoad {
  const phase = config?.phases?.find(({ kind }) => kind === 'profiling') ?? config?.phases?.[0];
  const { type, rate = null, concurrency: cap = null, smoothness = null } = phase ?? {};
  if ((type === 'constant' || type === 'poisson' || type === 'gamma') && rate !== null) {
    return openLoop({ requestsPerSecond: rate, kind: type, burstiness: smoothness, cap });
  }
  if (type === 'concurrency' && cap !== null) return closedLoop(cap);
  throw usageError(
    'import-load-unknown',
    `${name} does not say its load as it is known here (phase "${type ?? 'none'}")`,
    'phases concurrency, constant, poisson and gamma are read',
  );
}
