import fc from 'fast-check';
import { build, decodeFromCompressedBase64 } from 'hdr-histogram-js';
import { expect, test } from 'vitest';
import { encodeHistogram } from './encode-histogram.ts';
import { bucketIndex, highestValueOf, LatencyHistogram } from './latency-histogram.ts';

/** From a microsecond to nineteen hours, each power of two as likely as the next. */
const value = fc.oneof(
  fc.integer({ min: 0, max: 36 }).chain((power) => fc.integer({ min: 0, max: 2 ** power - 1 })),
  fc
    .integer({ min: 11, max: 35 })
    .chain((power) => fc.constantFrom(2 ** power - 1, 2 ** power, 2 ** power + 1)),
);
const values = fc.array(value, { minLength: 1, maxLength: 200 });
const quantiles = [0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1];

function histogramOf(list: readonly number[]): LatencyHistogram {
  const histogram = new LatencyHistogram();
  for (const one of list) histogram.record(one);
  return histogram;
}
const decoded = (histogram: LatencyHistogram) =>
  decodeFromCompressedBase64(encodeHistogram(histogram) ?? '', 64, false);
const state = ({ count, sum, min, max, buckets }: LatencyHistogram) => {
  const used = Object.fromEntries([...buckets.entries()].filter(([, times]) => times > 0));
  return { count, sum, min, max, used };
};
const mergedOf = (parts: readonly LatencyHistogram[]): LatencyHistogram => {
  const merged = new LatencyHistogram();
  for (const part of parts) merged.merge(part);
  return merged;
};

test('HdrHistogram reads what we encode: the same counts and the same percentiles', () => {
  fc.assert(
    fc.property(values, (list) => {
      const ours = histogramOf(list);
      const theirs = decoded(ours);
      const recorded = build({
        lowestDiscernibleValue: 1,
        highestTrackableValue: 2 ** 36,
        numberOfSignificantValueDigits: 3,
        bitBucketSize: 64,
      });
      for (const one of list) recorded.recordValue(one);
      expect(theirs.totalCount).toBe(list.length);
      for (const quantile of quantiles) {
        expect(theirs.getValueAtPercentile(quantile * 100)).toBe(
          recorded.getValueAtPercentile(quantile * 100),
        );
        const mine = ours.valueAtQuantile(quantile) as number;
        expect(mine).toBe(
          Math.min(ours.max, Math.max(ours.min, recorded.getValueAtPercentile(quantile * 100))),
        );
      }
    }),
    { numRuns: 150 },
  );
});

test('count, sum, mean, minimum and maximum are exact', () => {
  fc.assert(
    fc.property(values, (list) => {
      const histogram = histogramOf(list);
      const sum = list.reduce((total, one) => total + one, 0);
      expect(state(histogram)).toMatchObject({
        count: list.length,
        sum,
        min: Math.min(...list),
        max: Math.max(...list),
      });
      expect(histogram.mean).toBe(sum / list.length);
    }),
  );
});

test('a percentile is never above the maximum nor below the minimum, and within a thousandth of the true one', () => {
  fc.assert(
    fc.property(values, (list) => {
      const histogram = histogramOf(list);
      const sorted = [...list].sort((left, right) => left - right);
      for (const quantile of quantiles) {
        const rank = Math.max(1, Math.ceil(quantile * list.length - 1e-9));
        const truth = sorted[rank - 1] as number;
        const said = histogram.valueAtQuantile(quantile) as number;
        expect(said).toBeLessThanOrEqual(histogram.max);
        expect(said).toBeGreaterThanOrEqual(truth);
        expect(said - truth).toBeLessThanOrEqual(truth / 1000);
      }
    }),
  );
});

test('histograms merged in any order, or recorded in one, are the same', () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 5 }), (lists) => {
      const together = state(histogramOf(lists.flat()));
      expect(state(mergedOf(lists.map(histogramOf)))).toEqual(together);
      expect(state(mergedOf(lists.map(histogramOf).reverse()))).toEqual(together);
      expect(encodeHistogram(mergedOf(lists.map(histogramOf)))).toBe(
        encodeHistogram(histogramOf(lists.flat())),
      );
    }),
  );
});

test('a value recorded so many times is as that many records', () => {
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 50 }), (one, times) => {
      const atOnce = new LatencyHistogram();
      atOnce.record(one, times);
      expect(state(atOnce)).toEqual(state(histogramOf(Array.from({ length: times }, () => one))));
    }),
  );
});

test('each value lies in the bucket whose highest value is not below it, and above that of the bucket before', () => {
  fc.assert(
    fc.property(value, (one) => {
      const index = bucketIndex(one);
      expect(highestValueOf(index)).toBeGreaterThanOrEqual(one);
      if (index > 0) expect(highestValueOf(index - 1)).toBeLessThan(one);
    }),
  );
});

test('an empty histogram has no mean, no percentile and no encoding: unknown is not zero', () => {
  const histogram = new LatencyHistogram();
  expect(histogram.mean).toBeNull();
  expect(histogram.valueAtQuantile(0.5)).toBeNull();
  expect(histogram.valueAtRank(1)).toBeNull();
  expect(encodeHistogram(histogram)).toBeNull();
});

test('a rank beyond the count is unknown', () => {
  const histogram = histogramOf([5, 7]);
  expect([1, 2, 3].map((rank) => histogram.valueAtRank(rank))).toEqual([5, 7, null]);
});

test('the median of whole hundreds is the fiftieth, not the fifty-first', () => {
  const histogram = histogramOf(Array.from({ length: 100 }, (_, index) => index + 1));
  expect(quantiles.map((quantile) => histogram.valueAtQuantile(quantile))).toEqual([
    50, 75, 90, 95, 99, 100, 100,
  ]);
});

test('fractions are rounded, negative values are nothing, and a value of days keeps its exact maximum', () => {
  const histogram = histogramOf([1.5, -3, 2 ** 37]);
  expect(state(histogram)).toMatchObject({ count: 3, min: 0, max: 2 ** 37, sum: 2 + 2 ** 37 });
  expect(histogram.valueAtQuantile(0.5)).toBe(2);
  expect(decoded(histogram).totalCount).toBe(3);
});
