import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeHistogram } from './decode-histogram.ts';
import { encodeHistogram } from './encode-histogram.ts';
import { LatencyHistogram } from './latency-histogram.ts';

const histogramOf = (values: readonly (readonly [number, number])[]): LatencyHistogram => {
  const histogram = new LatencyHistogram();
  for (const [value, times] of values) histogram.record(value, times);
  return histogram;
};

test('what was encoded comes back: every count in its bucket', () => {
  const recorded = fc.tuple(fc.integer({ min: 0, max: 2 ** 35 }), fc.integer({ min: 1, max: 1_000_000 }));
  fc.assert(
    fc.property(fc.array(recorded, { minLength: 1, maxLength: 30 }), (values) => {
      const histogram = histogramOf(values);
      const decoded = decodeHistogram(encodeHistogram(histogram) ?? '');
      expect(decoded?.count).toBe(histogram.count);
      const lastOf = ({ buckets }: LatencyHistogram) => buckets.findLastIndex((count) => count > 0);
      const filled = decoded === null ? [] : [...decoded.buckets.subarray(0, lastOf(decoded) + 1)];
      expect(filled).toEqual([...histogram.buckets.subarray(0, lastOf(histogram) + 1)]);
      expect(Math.abs((decoded?.mean ?? 0) / Math.max(1, histogram.mean ?? 0) - 1)).toBeLessThan(
        (histogram.mean ?? 0) < 1 ? 2 : 0.0006,
      );
    }),
  );
});

test.each(['', 'AAAA', 'not base64 at all!', Buffer.from('{"a":1}, and more of it').toString('base64')])(
  '%j is no histogram',
  (text) => {
    expect(decodeHistogram(text)).toBeNull();
  },
);

test('a histogram that was cut is none', () => {
  const text = encodeHistogram(histogramOf([[5000, 3]])) ?? '';
  expect(decodeHistogram(text.slice(0, 24))).toBeNull();
});
