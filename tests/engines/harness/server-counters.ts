import type { EngineKind } from './engine-kinds.ts';
import { familyTotal, type PrometheusSample, parsePrometheusText } from './prometheus-text.ts';

/** A latency histogram of a server: observations, their sum in seconds, and the buckets' upper bounds. */
export interface LatencyHistogram {
  readonly count: number;
  readonly sumSeconds: number;
  readonly boundsSeconds: readonly number[];
}

/** What a server says it has done, since its start or (a difference) between two readings. */
export interface ServerCounters {
  readonly promptTokens: number;
  readonly generationTokens: number;
  readonly timeToFirstToken: LatencyHistogram;
  readonly interTokenLatency: LatencyHistogram;
}

// A family appears with its first observation: before that, nothing has been counted.
const totalOrNone = (samples: readonly PrometheusSample[], name: string): number =>
  familyTotal(samples, name) ?? 0;

function histogram(samples: readonly PrometheusSample[], name: string): LatencyHistogram {
  const bounds = samples
    .filter((sample) => sample.name === `${name}_bucket`)
    .map((sample) => Number(sample.labels.get('le')?.replace('+Inf', 'Infinity')));
  return {
    count: totalOrNone(samples, `${name}_count`),
    sumSeconds: totalOrNone(samples, `${name}_sum`),
    boundsSeconds: [...new Set(bounds)].sort((left, right) => left - right),
  };
}

/** The counters in the text of `/metrics`; both engines name them alike, behind their own prefix. */
export function countersIn(text: string, engine: EngineKind): ServerCounters {
  const samples = parsePrometheusText(text);
  return {
    promptTokens: totalOrNone(samples, `${engine}:prompt_tokens_total`),
    generationTokens: totalOrNone(samples, `${engine}:generation_tokens_total`),
    timeToFirstToken: histogram(samples, `${engine}:time_to_first_token_seconds`),
    interTokenLatency: histogram(samples, `${engine}:inter_token_latency_seconds`),
  };
}

/** Asks a running server for its counters. SGLang's health checks run a token each, but count nowhere here. */
export async function readCounters(url: string, engine: EngineKind): Promise<ServerCounters> {
  const answer = await fetch(`${url}/metrics`);
  if (answer.status !== 200) throw new Error(`${url}/metrics answered ${answer.status}`);
  return countersIn(await answer.text(), engine);
}

function histogramBetween(before: LatencyHistogram, after: LatencyHistogram): LatencyHistogram {
  return {
    count: after.count - before.count,
    sumSeconds: after.sumSeconds - before.sumSeconds,
    boundsSeconds: after.boundsSeconds,
  };
}

/** What a server did between two readings. */
export function countersBetween(before: ServerCounters, after: ServerCounters): ServerCounters {
  return {
    promptTokens: after.promptTokens - before.promptTokens,
    generationTokens: after.generationTokens - before.generationTokens,
    timeToFirstToken: histogramBetween(before.timeToFirstToken, after.timeToFirstToken),
    interTokenLatency: histogramBetween(before.interTokenLatency, after.interTokenLatency),
  };
}
