import { LatencyHistogram } from './latency-histogram.ts';
import { requestLatencies } from './latency-names.ts';
import { LatencySet } from './latency-set.ts';
import type { StageMeasurement } from './stage-measurement.ts';

/** A structured clone of a measurement: its histograms crossed the thread as plain objects. */
export type ClonedMeasurement = StageMeasurement;

/** Gives a measurement that came from another thread its histograms' methods back. */
export function restoreMeasurement(cloned: ClonedMeasurement): StageMeasurement {
  return {
    ...cloned,
    window: { ...cloned.window, latencies: restoreSet(cloned.window.latencies) },
    whole: { ...cloned.whole, latencies: restoreSet(cloned.whole.latencies) },
    cold: { ...cloned.cold, latencies: restoreSet(cloned.cold.latencies) },
    lengths: {
      input: restoreHistogram(cloned.lengths.input),
      output: restoreHistogram(cloned.lengths.output),
    },
    classes: cloned.classes.map((entry) => ({ ...entry, latencies: restoreSet(entry.latencies) })),
  };
}

function restoreSet(cloned: LatencySet): LatencySet {
  const set = new LatencySet();
  for (const name of requestLatencies) restoreInto(set.requests[name], cloned.requests[name]);
  restoreInto(set.singleGap, cloned.singleGap);
  restoreInto(set.otherChunkGap, cloned.otherChunkGap);
  restoreInto(set.otherTokenGap, cloned.otherTokenGap);
  return set;
}

function restoreHistogram(cloned: LatencyHistogram): LatencyHistogram {
  const histogram = new LatencyHistogram();
  restoreInto(histogram, cloned);
  return histogram;
}

function restoreInto(histogram: LatencyHistogram, cloned: LatencyHistogram): void {
  histogram.buckets = cloned.buckets;
  histogram.count = cloned.count;
  histogram.sum = cloned.sum;
  histogram.min = cloned.min;
  histogram.max = cloned.max;
}
