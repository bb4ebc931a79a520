import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCoarse, coarseBucket, coarseBucketCount, coarseBucketStart } from './coarse-buckets.ts';
import { LatencyHistogram } from './latency-histogram.ts';

test('a time lies in its bucket, which is at most a sixteenth of it wide', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 2 ** 36 - 1, noNaN: true }), (micros) => {
      const bucket = coarseBucket(micros);
      const [start, end] = [coarseBucketStart(bucket), coarseBucketStart(bucket + 1)];
      expect(start).toBeLessThanOrEqual(micros);
      expect(micros).toBeLessThan(end);
      expect(end - start).toBeLessThanOrEqual(Math.max(1, start / 16));
    }),
    { numRuns: 5000 },
  );
});

test('what is below 0 or beyond all counts in the first and the last bucket', () => {
  expect(coarseBucket(-5)).toBe(0);
  expect(coarseBucket(Number.NaN)).toBe(0);
  expect(coarseBucket(2 ** 40)).toBe(coarseBucketCount - 1);
  expect(coarseBucket(2 ** 36 - 1)).toBe(coarseBucketCount - 1);
});

test('the fine buckets of a histogram go into the coarse bucket that their times lie in', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 31), { maxLength: 50 }), fc.array(fc.nat(5000)), (long, short) => {
      const histogram = new LatencyHistogram();
      const expected = new Float64Array(coarseBucketCount);
      for (const micros of [...long, ...short]) {
        histogram.record(micros);
        const bucket = coarseBucket(micros);
        expected[bucket] = (expected[bucket] as number) + 1;
      }
      const counted = new Float64Array(coarseBucketCount);
      addCoarse(histogram.buckets, counted);
      expect(counted).toEqual(expected);
    }),
  );
});
