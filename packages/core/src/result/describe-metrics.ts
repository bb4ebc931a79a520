import type { Concurrency } from '../measurement/concurrency-sweep.ts';
import { requestLatencies } from '../measurement/latency-names.ts';
import type { LatencySet } from '../measurement/latency-set.ts';
import type { SpanTally } from '../measurement/span-tally.ts';
import { micros, requestsPerSecond, tokensPerSecond } from '../units/units.ts';
import { describeDistribution } from './describe-distribution.ts';
import type { Distributions, Figure, LatencyName, Metrics } from './figure-schema.ts';
import { derived, measured, unknown } from './figures.ts';

/** One span of a stage: what was recorded in it, and how long it was (`null` when it never was). */
export type Span = {
  readonly latencies: LatencySet;
  readonly tally: SpanTally;
  readonly concurrency: Concurrency | null;
  readonly durationMicros: number | null;
  readonly openLoop: boolean;
  readonly missingReason: string;
};

/** Why a latency has no sample although requests completed. */
function emptyReason(name: LatencyName, span: Span): string {
  if (!span.openLoop && (name === 'startLag' || name === 'ttftResponse' || name === 'e2eResponse')) {
    return 'only in open-loop stages, which have a schedule';
  }
  if (span.tally.completed === 0)
    return span.durationMicros === null ? span.missingReason : 'no request completed in this span';
  if (name === 'tokenGap') return 'the server does not say how many tokens each event carries';
  if (name === 'tpot') return 'no request has a known number of tokens after its first event';
  if (name === 'ntpot') return 'the number of output tokens is unknown';
  return 'no sample';
}

/** Every latency distribution of a span. */
export function describeDistributions(
  latencies: LatencySet,
  reasonOf: (name: LatencyName) => string,
): Distributions {
  const entries = requestLatencies.map((name) => [
    name,
    describeDistribution(latencies.requests[name], reasonOf(name)),
  ]);
  return {
    ...(Object.fromEntries(entries) as Omit<Distributions, 'chunkGap' | 'tokenGap'>),
    chunkGap: describeDistribution(latencies.chunkGap, reasonOf('chunkGap')),
    tokenGap: describeDistribution(latencies.tokenGap, reasonOf('tokenGap')),
  };
}

/** Distributions and rates of a span, each rate over the span's own length. */
export function describeMetrics(span: Span): Metrics {
  const { tally } = span;
  const output = tokenRate(tally.outputTokens, tally.unknownOutput, span);
  const input = tokenRate(tally.inputTokens, tally.unknownInput, span);
  const decodeMean = span.latencies.requests.tpot.mean;
  const ended = tally.completed + tally.failed;
  return {
    ...describeDistributions(span.latencies, (name) => emptyReason(name, span)),
    outputThroughput: output,
    inputThroughput: input,
    totalThroughput:
      output.value === null || input.value === null
        ? unknown('tok/s', output.reason ?? input.reason ?? span.missingReason)
        : derived('tok/s', output.value + input.value),
    requestThroughput: rate('req/s', requestRate(tally.completed, span), span),
    throughputPerUser: perUser(output, span.concurrency),
    requestSpeed:
      tally.speedCount === 0
        ? unknown(
            'tok/s',
            tally.completed === 0 ? span.missingReason : 'the number of output tokens is unknown',
          )
        : derived('tok/s', tally.speedSum / tally.speedCount),
    decodeSpeed:
      decodeMean === null ? unknown('tok/s', emptyReason('tpot', span)) : derived('tok/s', 1e6 / decodeMean),
    concurrency: describeConcurrency(span),
    errorRate:
      ended === 0
        ? unknown('share', 'no request ended in this span')
        : derived('share', tally.failed / ended),
  };
}

function tokenRate(tokens: number, unknownRequests: number, span: Span): Figure {
  if (unknownRequests > 0)
    return unknown('tok/s', `the number of tokens of ${unknownRequests} requests is unknown`);
  return rate(
    'tok/s',
    span.durationMicros === null ? null : tokensPerSecond(tokens, micros(span.durationMicros)),
    span,
  );
}

const requestRate = (completed: number, span: Span): number | null =>
  span.durationMicros === null ? null : requestsPerSecond(completed, micros(span.durationMicros));

const rate = (unit: string, value: number | null, span: Span): Figure =>
  value === null ? unknown(unit, span.missingReason) : measured(unit, value);

function perUser(output: Figure, concurrency: Concurrency | null): Figure {
  if (output.value === null || concurrency === null || concurrency.mean <= 0) {
    return unknown('tok/s', output.reason ?? 'the concurrency is unknown');
  }
  return derived('tok/s', output.value / concurrency.mean);
}

function describeConcurrency(span: Span): Metrics['concurrency'] {
  if (span.concurrency === null) {
    const none = unknown('requests', span.missingReason);
    return { mean: none, min: none, max: none };
  }
  return {
    mean: measured('requests', span.concurrency.mean),
    min: measured('requests', span.concurrency.min),
    max: measured('requests', span.concurrency.max),
  };
}
