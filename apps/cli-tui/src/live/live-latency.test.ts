import { coarseBucket, coarseBucketStart } from '@kneepoint/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOf, countsSince, percentileBucket } from './coarse-counts.ts';
import { liveLatency, mostBars } from './live-latency.ts';

/** Counts of times in microseconds, as workers share them. */
function countsOf(times: readonly number[]): number[] {
  const totals = new Map<number, number>();
  for (const time of times) totals.set(coarseBucket(time), (totals.get(coarseBucket(time)) ?? 0) + 1);
  return [...totals].toSorted(([left], [right]) => left - right).flat();
}

const someTimes = fc.array(fc.integer({ min: 0, max: 60_000_000 }), { minLength: 1, maxLength: 600 });

test('what was counted before and since adds up to the total, bucket by bucket', () => {
  fc.assert(
    fc.property(someTimes, someTimes, (before, since) => {
      expect(countsSince(countsOf([...before, ...since]), countsOf(before))).toEqual(countsOf(since));
    }),
  );
});

test('a percentile is the bucket of the nearest rank', () => {
  fc.assert(
    fc.property(someTimes, fc.constantFrom(0.5, 0.95, 0.99), (times, share) => {
      const rising = times.toSorted((left, right) => left - right);
      const ranked = rising[Math.ceil(share * rising.length) - 1] ?? 0;
      expect(percentileBucket(countsOf(times), share)).toBe(coarseBucket(ranked));
    }),
  );
});

test('a percentile lies within the observed buckets and within 3 % of the true one', () => {
  fc.assert(
    fc.property(someTimes, (times) => {
      const rising = times.toSorted((left, right) => left - right);
      const truth = rising[Math.ceil(0.5 * rising.length) - 1] ?? 0;
      const shown = liveLatency(countsOf(times)).p50 ?? Number.NaN;
      const last = coarseBucket(rising.at(-1) ?? 0);
      expect(shown).toBeGreaterThanOrEqual(coarseBucketStart(coarseBucket(rising[0] ?? 0)));
      expect(shown).toBeLessThanOrEqual(coarseBucketStart(last + 1));
      expect(Math.abs(shown - truth)).toBeLessThanOrEqual(Math.max(0.5, 0.032 * truth));
    }),
  );
});

test('the tail is unknown before there are as many times as a result asks for', () => {
  const of = (count: number) => liveLatency([coarseBucket(50_000), count]);
  expect(of(1)).toMatchObject({ count: 1, p50: 50_176, p95: null, p99: null });
  expect(of(90).p95).not.toBeNull();
  expect(of(458).p99).toBeNull();
  expect(of(459).p99).not.toBeNull();
});

test('without a time everything is unknown and there is no bar', () => {
  expect(liveLatency([])).toEqual({ count: 0, p50: null, p95: null, p99: null, bars: [] });
});

test('bars are few, stand side by side, and hold every time once', () => {
  fc.assert(
    fc.property(someTimes, (times) => {
      const counts = countsOf(times);
      const { bars } = liveLatency(counts);
      expect(bars.length).toBeGreaterThan(0);
      expect(bars.length).toBeLessThanOrEqual(mostBars);
      expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(countOf(counts));
      expect(bars[0]?.from).toBeLessThanOrEqual(coarseBucketStart(counts[0] ?? 0));
      expect(bars.at(-1)?.to).toBeGreaterThanOrEqual(coarseBucketStart((counts.at(-2) ?? 0) + 1));
      for (const [position, bar] of bars.entries()) {
        expect(bar.to).toBeGreaterThan(bar.from);
        if (position > 0) expect(bar.from).toBe(bars[position - 1]?.to);
      }
    }),
  );
});

test('one stray time does not put all others into one bar', () => {
  const times = Array.from({ length: 1000 }, (_, index) => 40_000 + 20 * index);
  const alone = liveLatency(countsOf(times)).bars.filter(({ count }) => count > 20).length;
  const strayed = liveLatency(countsOf([1, ...times, 60_000_000])).bars;
  expect(strayed.filter(({ count }) => count > 20)).toHaveLength(alone);
  expect(strayed[0]?.from).toBe(1);
  expect(strayed.at(-1)?.to).toBeGreaterThan(60_000_000);
});
