import type { ServerReading } from './server-metrics.ts';

/** A mean over the samples of a gauge, and the largest; `null` where no sample has it. */
export type GaugeSpan = { readonly mean: number; readonly max: number };

/** One answer of a server's metrics route, or several that were merged to bound a long stage's memory. */
export type ServerSample = {
  /** Middle of asking and answer, microseconds from the run's zero: the counters are of this instant. */
  readonly at: number;
  /** How long the answer took; the true instant is at most half of it away. */
  readonly tookMicros: number;
  /** How many answers went into the gauges. */
  readonly answers: number;
  readonly running: GaugeSpan | null;
  readonly waiting: GaugeSpan | null;
  readonly kvUse: GaugeSpan | null;
  /** Counters and histograms as they were at `at`. */
  readonly reading: ServerReading;
};

/** What was seen of a server during a stage. */
export type ServerObservation = {
  /** In the order of time; the first from before the load, the last from after it. */
  readonly samples: readonly ServerSample[];
  /** Seconds of the stage without a sample: answers that failed or came too late, and pauses for a slow server. */
  readonly missed: number;
  /** Why there are no samples, or fewer than wanted; `null` when all is well. */
  readonly reason: string | null;
};

/** The sample of one answer. */
export function sampleOf(reading: ServerReading, askedAt: number, answeredAt: number): ServerSample {
  const { running, waiting, kvUse } = reading.gauges;
  return {
    at: (askedAt + answeredAt) / 2,
    tookMicros: answeredAt - askedAt,
    answers: 1,
    running: gaugeSpan(running),
    waiting: gaugeSpan(waiting),
    kvUse: gaugeSpan(kvUse),
    reading,
  };
}

/** Two neighbours as one: the later one's counters, and the gauges of both. */
export function mergeSamples(earlier: ServerSample, later: ServerSample): ServerSample {
  const weights = { earlier: earlier.answers, later: later.answers };
  return {
    ...later,
    answers: earlier.answers + later.answers,
    running: mergeGauges(earlier.running, later.running, weights),
    waiting: mergeGauges(earlier.waiting, later.waiting, weights),
    kvUse: mergeGauges(earlier.kvUse, later.kvUse, weights),
  };
}

function gaugeSpan(value: number | null): GaugeSpan | null {
  return value === null ? null : { mean: value, max: value };
}

function mergeGauges(
  earlier: GaugeSpan | null,
  later: GaugeSpan | null,
  weights: { readonly earlier: number; readonly later: number },
): GaugeSpan | null {
  if (earlier === null || later === null) return earlier ?? later;
  const sum = earlier.mean * weights.earlier + later.mean * weights.later;
  return { mean: sum / (weights.earlier + weights.later), max: Math.max(earlier.max, later.max) };
}
