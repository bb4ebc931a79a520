import { type Flight, unset } from '../transport/flight.ts';
import { LatencyHistogram } from './latency-histogram.ts';
import { type RequestLatency, requestLatencies } from './latency-names.ts';
import { latencyFormulas } from './request-latencies.ts';

const histogramFor = (): Record<RequestLatency, LatencyHistogram> =>
  Object.fromEntries(requestLatencies.map((name) => [name, new LatencyHistogram()])) as Record<
    RequestLatency,
    LatencyHistogram
  >;

/** The latency histograms of one set of requests, and the gaps of one span of time. */
export class LatencySet {
  readonly requests: Record<RequestLatency, LatencyHistogram> = histogramFor();
  /** Gaps before events that advanced the count by exactly one token, or by an unknown number; see `recordGap`. */
  readonly singleGap = new LatencyHistogram();
  readonly otherChunkGap = new LatencyHistogram();
  readonly otherTokenGap = new LatencyHistogram();
  /** Each formula with its histogram, so that no request looks them up by name. */
  readonly #formulas = requestLatencies.map((name) => ({
    formula: latencyFormulas[name],
    histogram: this.requests[name],
  }));

  recordRequest(flight: Flight): void {
    for (const { formula, histogram } of this.#formulas) {
      const value = formula(flight);
      if (value !== unset && value >= 0) histogram.record(value);
    }
  }

  /** One record in the usual case: a gap of one token, whose chunk gap is its token gap. */
  recordGap(chunkGap: number, tokens: number, countedGap: number): void {
    if (tokens === 1 && countedGap === chunkGap) {
      this.singleGap.record(chunkGap);
      return;
    }
    this.otherChunkGap.record(chunkGap);
    if (tokens > 0 && countedGap >= 0) this.otherTokenGap.record(countedGap / tokens, tokens);
  }

  get chunkGap(): LatencyHistogram {
    return mergedHistogram(this.singleGap, this.otherChunkGap);
  }

  get tokenGap(): LatencyHistogram {
    return mergedHistogram(this.singleGap, this.otherTokenGap);
  }

  merge(other: LatencySet): void {
    for (const name of requestLatencies) this.requests[name].merge(other.requests[name]);
    this.singleGap.merge(other.singleGap);
    this.otherChunkGap.merge(other.otherChunkGap);
    this.otherTokenGap.merge(other.otherTokenGap);
  }
}

function mergedHistogram(...parts: readonly LatencyHistogram[]): LatencyHistogram {
  const merged = new LatencyHistogram();
  for (const part of parts) merged.merge(part);
  return merged;
}
