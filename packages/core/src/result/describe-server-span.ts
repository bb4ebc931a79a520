import { histogramGrowth, histogramMean } from '../measurement/server-histogram.ts';
import type { CounterName, GaugeName, HistogramName } from '../measurement/server-metric-names.ts';
import { counterGrowth } from '../measurement/server-metrics.ts';
import type { ServerSample } from '../measurement/server-observation.ts';
import { type BucketPercentile, bucketPercentile, unknownPercentile } from './bucket-percentile.ts';
import type { ServerLatency, ServerSpan } from './stage-schema.ts';

/** A span of the run's clock, in microseconds. */
export type ClockSpan = { readonly start: number; readonly end: number };

/** The samples that a span's figures are from: the edges', and those whose gauges count. */
export type SpanSamples = {
  readonly first: ServerSample;
  readonly last: ServerSample;
  readonly inside: readonly ServerSample[];
};

/** The samples of a whole stage: the first from before it, the last from after it; `null` with fewer than two. */
export function samplesOfStage(samples: readonly ServerSample[], span: ClockSpan): SpanSamples | null {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  return { first, last, inside: samples.filter((sample) => isInside(sample, span)) };
}

/** The samples nearest to the edges of a window; `null` where one and the same is nearest to both. */
export function samplesOfWindow(samples: readonly ServerSample[], span: ClockSpan): SpanSamples | null {
  const first = nearest(samples, span.start);
  const last = nearest(samples, span.end);
  if (first === null || last === null || first === last) return null;
  return { first, last, inside: samples.filter((sample) => isInside(sample, span)) };
}

const isInside = ({ at }: ServerSample, { start, end }: ClockSpan): boolean => at >= start && at <= end;

function nearest(samples: readonly ServerSample[], instant: number): ServerSample | null {
  let best: ServerSample | null = null;
  for (const sample of samples) {
    if (best === null || Math.abs(sample.at - instant) < Math.abs(best.at - instant)) best = sample;
  }
  return best;
}

/** What the server counted between the edge samples, and what its gauges were in between. */
export function describeServerSpan(chosen: SpanSamples | null, span: ClockSpan): ServerSpan {
  const counted = (name: CounterName): number | null =>
    chosen === null ? null : counterGrowth(chosen.first.reading, chosen.last.reading, name);
  const hits = counted('prefixCacheHits');
  const queries = counted('prefixCacheQueries');
  return {
    start: chosen === null ? null : Math.round(chosen.first.at),
    end: chosen === null ? null : Math.round(chosen.last.at),
    offBy: {
      start: chosen === null ? null : Math.round(chosen.first.at - span.start),
      end: chosen === null ? null : Math.round(chosen.last.at - span.end),
    },
    promptTokens: counted('promptTokens'),
    generationTokens: counted('generationTokens'),
    requestsFinished: counted('requestsFinished'),
    preemptions: counted('preemptions'),
    prefixCache: { hits, queries, share: hits === null || !queries ? null : hits / queries },
    queueTime: latencyOf(chosen, 'queueTime'),
    timeToFirstToken: latencyOf(chosen, 'timeToFirstToken'),
    interTokenLatency: latencyOf(chosen, 'interTokenLatency'),
    e2e: latencyOf(chosen, 'e2e'),
    gauges: {
      running: gaugeOver(chosen, 'running'),
      waiting: gaugeOver(chosen, 'waiting'),
      kvUse: gaugeOver(chosen, 'kvUse'),
    },
  };
}

function latencyOf(chosen: SpanSamples | null, name: HistogramName): ServerLatency {
  if (chosen === null) return unknownLatency('the server was not sampled at both edges');
  const after = chosen.last.reading.histograms[name];
  if (after === null) return unknownLatency('the server has no such histogram');
  const growth = histogramGrowth(chosen.first.reading.histograms[name], after);
  if (growth === null) return unknownLatency('the server began to count anew: it was restarted');
  const mean = histogramMean(growth);
  return {
    count: growth.count,
    mean,
    p50: bucketPercentile(growth, 0.5),
    p95: bucketPercentile(growth, 0.95),
    p99: bucketPercentile(growth, 0.99),
    reason: mean === null ? 'the server observed none in this span' : null,
  };
}

function unknownLatency(reason: string): ServerLatency {
  const none: BucketPercentile = unknownPercentile(reason);
  return { count: null, mean: null, p50: none, p95: none, p99: none, reason };
}

/** Each answer counts alike: one a second, fewer where the server was slow to answer. */
function gaugeOver(
  chosen: SpanSamples | null,
  name: GaugeName,
): { readonly mean: number | null; readonly max: number | null } {
  let sum = 0;
  let answers = 0;
  let max: number | null = null;
  for (const sample of chosen?.inside ?? []) {
    const gauge = sample[name];
    if (gauge === null) continue;
    sum += gauge.mean * sample.answers;
    answers += sample.answers;
    max = Math.max(max ?? gauge.max, gauge.max);
  }
  return { mean: answers === 0 ? null : sum / answers, max };
}
