import { type MetricSample, metricTotal, parsePrometheusText } from './prometheus-text.ts';
import { histogramOf, type ServerHistogram } from './server-histogram.ts';
import {
  type CounterName,
  counterNames,
  type GaugeName,
  gaugeNames,
  type HistogramName,
  histogramNames,
  type MetricNames,
  type MetricsEngine,
  metricNameTables,
} from './server-metric-names.ts';

/**
 * A server's own metrics at one moment; `null` where it does not have one. Several label sets of a family (engines of
 * data parallelism, models, kinds of request) are one server here: counters, histograms, `running` and `waiting` are summed,
 * and `kvUse` (a share, 0 to 1) is that of the fullest one, which is the one that preempts first. Ranks of tensor
 * parallelism that each export the same requests, as SGLang's do when told to, are counted once per rank.
 */
export type ServerReading = {
  /** `null` when the text holds metrics of no known engine: SGLang's does before its first request. */
  readonly engine: MetricsEngine | null;
  readonly gauges: Readonly<Record<GaugeName, number | null>>;
  readonly counters: Readonly<Record<CounterName, number | null>>;
  readonly histograms: Readonly<Record<HistogramName, ServerHistogram | null>>;
};

/** What a server says that has counted nothing. */
export const emptyReading: ServerReading = {
  engine: null,
  gauges: perName(gaugeNames, () => null),
  counters: perName(counterNames, () => null),
  histograms: perName(histogramNames, () => null),
};

/** Reads the metrics of whichever engine the text is from; `emptyReading` when it is from none that is known. */
export function readServerMetrics(text: string): ServerReading {
  const names = metricNameTables.find(
    ({ prefix }) => text.startsWith(prefix) || text.includes(`\n${prefix}`),
  );
  if (names === undefined) return emptyReading;
  return readingOf(parsePrometheusText(text, names.prefix), names);
}

function readingOf(samples: readonly MetricSample[], names: MetricNames): ServerReading {
  return {
    engine: names.engine,
    gauges: perName(gaugeNames, (name) => gaugeOf(samples, name, names.gauges[name])),
    counters: perName(counterNames, (name) => counterOf(samples, name, names)),
    histograms: perName(histogramNames, (name) =>
      firstKnown(names.histograms[name], (candidate) => histogramOf(samples, candidate)),
    ),
  };
}

function counterOf(
  samples: readonly MetricSample[],
  counter: CounterName,
  names: MetricNames,
): number | null {
  const total = firstKnown(names.counters[counter], (candidate) => metricTotal(samples, candidate));
  if (total !== null) return total;
  const beside = names.zeroBeside[counter];
  return beside !== undefined && metricTotal(samples, beside) !== null ? 0 : null;
}

function gaugeOf(
  samples: readonly MetricSample[],
  gauge: GaugeName,
  candidates: readonly string[],
): number | null {
  return firstKnown(candidates, (candidate) => {
    const values = samples.filter(({ name }) => name === candidate).map(({ value }) => value);
    // A gauge that was never set may be NaN.
    const finite = values.filter(Number.isFinite);
    if (finite.length === 0) return null;
    return gauge === 'kvUse' ? Math.max(...finite) : finite.reduce((sum, value) => sum + value, 0);
  });
}

function firstKnown<Value>(
  candidates: readonly string[],
  read: (candidate: string) => Value | null,
): Value | null {
  for (const candidate of candidates) {
    const value = read(candidate);
    if (value !== null) return value;
  }
  return null;
}

function perName<Name extends string, Value>(
  names: readonly Name[],
  read: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, Value>;
}

/**
 * What a counter grew by between two readings. A family that was not there before counts from 0: counters appear with
 * their first observation. `null` where it is not there afterwards, or fell (the server was restarted).
 */
export function counterGrowth(before: ServerReading, after: ServerReading, name: CounterName): number | null {
  const from = before.counters[name] ?? 0;
  const to = after.counters[name];
  return to === null || to < from ? null : to - from;
}
