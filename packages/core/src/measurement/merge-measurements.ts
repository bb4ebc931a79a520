import type { TokenSource } from '../transport/flight.ts';
import type { ClassMeasurement } from './class-latencies.ts';
import type { Concurrency } from './concurrency-sweep.ts';
import type { ErrorCount } from './error-tally.ts';
import type { GoodputCount } from './goodput-tally.ts';
import { LatencyHistogram } from './latency-histogram.ts';
import { LatencySet } from './latency-set.ts';
import { addAsked } from './server-asked-totals.ts';
import { emptyTally, type SpanTally } from './span-tally.ts';
import type { StageMeasurement } from './stage-measurement.ts';

/**
 * What several workers measured of one stage, as one measurement: sums are sums, histograms are added bucket by bucket, and
 * the window is the one that they agreed on. The order of the workers makes no difference.
 */
export function mergeMeasurements(parts: readonly StageMeasurement[]): StageMeasurement {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error('a stage needs a worker');
  if (others.length === 0) return first;
  const wholeStart = Math.min(...parts.map((part) => part.wholeStart));
  const wholeEnd = Math.max(...parts.map((part) => part.wholeEnd));
  return {
    windowOpen: leastKnown(parts.map((part) => part.windowOpen)),
    windowClose: leastKnown(parts.map((part) => part.windowClose)),
    wholeStart,
    wholeEnd,
    warmup: {
      requests: sumOf(parts, (part) => part.warmup.requests),
      duration: Math.max(...parts.map((part) => part.warmup.duration)),
      errors: mergeErrors(parts.flatMap((part) => part.warmup.errors)),
    },
    asked: parts.map((part) => part.asked).reduce(addAsked),
    counts: sumOfFields(parts.map((part) => part.counts)),
    errors: mergeErrors(parts.flatMap((part) => part.errors)),
    window: {
      latencies: mergeSets(parts.map((part) => part.window.latencies)),
      tally: mergeTallies(parts.map((part) => part.window.tally)),
      concurrency: mergeConcurrency(
        parts,
        (part) => part.window.concurrency,
        () => 1,
      ),
    },
    whole: {
      latencies: mergeSets(parts.map((part) => part.whole.latencies)),
      tally: mergeTallies(parts.map((part) => part.whole.tally)),
      concurrency: mergeConcurrency(
        parts,
        (part) => part.whole.concurrency,
        (part) => (part.wholeEnd - part.wholeStart) / (wholeEnd - wholeStart),
      ),
    },
    cold: {
      latencies: mergeSets(parts.map((part) => part.cold.latencies)),
      count: sumOf(parts, (part) => part.cold.count),
    },
    goodput: first.goodput.map((entry, position) => mergeGoodput(entry, parts, position)),
    classes: first.classes.map((entry, position) => mergeClass(entry, parts, position)),
    lengths: {
      input: mergeHistograms(parts.map((part) => part.lengths.input)),
      output: mergeHistograms(parts.map((part) => part.lengths.output)),
    },
    tokens: mergeTokens(parts.map((part) => part.tokens)),
    finishReasons: sumOfRecords(parts.map((part) => part.finishReasons)),
    keptAnswers: parts.flatMap((part) => part.keptAnswers).sort((left, right) => left.index - right.index),
  };
}

function sumOf(parts: readonly StageMeasurement[], pick: (part: StageMeasurement) => number): number {
  return parts.reduce((total, part) => total + pick(part), 0);
}

function leastKnown(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function mergeSets(sets: readonly LatencySet[]): LatencySet {
  const merged = new LatencySet();
  for (const set of sets) merged.merge(set);
  return merged;
}

function mergeHistograms(histograms: readonly LatencyHistogram[]): LatencyHistogram {
  const merged = new LatencyHistogram();
  for (const histogram of histograms) merged.merge(histogram);
  return merged;
}

function mergeTallies(tallies: readonly SpanTally[]): SpanTally {
  return sumOfFields([emptyTally(), ...tallies]);
}

/** Field by field; all of them have the fields of the first. */
function sumOfFields<Fields extends Readonly<Record<string, number>>>(entries: readonly Fields[]): Fields {
  const keys: readonly string[] = Object.keys(entries[0] ?? {});
  const sums = keys.map((key) => [key, entries.reduce((total, entry) => total + (entry[key] ?? 0), 0)]);
  return Object.fromEntries(sums) as Fields;
}

function sumOfRecords(records: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const record of records)
    for (const [key, value] of Object.entries(record)) sums[key] = (sums[key] ?? 0) + value;
  return sums;
}

/** Means over the same span add up; the extremes were taken from the count of all workers. */
function mergeConcurrency(
  parts: readonly StageMeasurement[],
  pick: (part: StageMeasurement) => Concurrency | null,
  weightOf: (part: StageMeasurement) => number,
): Concurrency | null {
  const known = parts.flatMap((part) => {
    const concurrency = pick(part);
    return concurrency === null ? [] : [{ concurrency, weight: weightOf(part) }];
  });
  if (known.length === 0) return null;
  return {
    mean: known.reduce((total, { concurrency, weight }) => total + concurrency.mean * weight, 0),
    min: Math.min(...known.map(({ concurrency }) => concurrency.min)),
    max: Math.max(...known.map(({ concurrency }) => concurrency.max)),
  };
}

function mergeErrors(errors: readonly ErrorCount[]): ErrorCount[] {
  const merged = new Map<string, ErrorCount>();
  for (const error of errors) {
    const key = `${error.class} ${error.detail}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { ...error });
    else known.count += error.count;
  }
  return [...merged.values()].sort((left, right) => right.count - left.count);
}

function mergeGoodput(
  { objective }: GoodputCount,
  parts: readonly StageMeasurement[],
  position: number,
): GoodputCount {
  return {
    objective,
    good: sumOf(parts, (part) => part.goodput[position]?.good ?? 0),
    planned: sumOf(parts, (part) => part.goodput[position]?.planned ?? 0),
  };
}

function mergeClass(
  { name }: ClassMeasurement,
  parts: readonly StageMeasurement[],
  position: number,
): ClassMeasurement {
  const own = parts.flatMap((part) => part.classes[position] ?? []);
  return {
    name,
    completed: own.reduce((total, entry) => total + entry.completed, 0),
    outputTokens: own.reduce((total, entry) => total + entry.outputTokens, 0),
    requestsWithOutput: own.reduce((total, entry) => total + entry.requestsWithOutput, 0),
    latencies: mergeSets(own.map((entry) => entry.latencies)),
  };
}

function mergeTokens(totals: readonly StageMeasurement['tokens'][]): StageMeasurement['tokens'] {
  const sum = (pick: (total: StageMeasurement['tokens']) => number): number =>
    totals.reduce((whole, total) => whole + pick(total), 0);
  const knownSum = (pick: (total: StageMeasurement['tokens']) => number | null): number | null =>
    totals.some((total) => pick(total) !== null) ? sum((total) => pick(total) ?? 0) : null;
  return {
    sources: [...new Set(totals.flatMap((total): readonly TokenSource[] => total.sources))].sort(),
    input: sum((total) => total.input),
    requestsWithInput: sum((total) => total.requestsWithInput),
    output: sum((total) => total.output),
    requestsWithOutput: sum((total) => total.requestsWithOutput),
    reasoning: knownSum((total) => total.reasoning),
    cached: knownSum((total) => total.cached),
    events: sum((total) => total.events),
    requestsWithoutCount: sum((total) => total.requestsWithoutCount),
    unseen: sum((total) => total.unseen),
  };
}
