import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hdrText } from '../testing/hdr-text.ts';
import { readHistogram } from './read-histogram.ts';

test('what HdrHistogram wrote is read: each value in a bucket that ends at most a thousandth above it', () => {
  const values = fc.array(fc.integer({ min: 0, max: 2 ** 35 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, (list) => {
      const sorted = [...list].sort((one, other) => one - other);
      const read = (readHistogram(hdrText(list)) ?? []).flatMap(({ value, count }) =>
        Array.from({ length: count }, () => value),
      );
      expect(read).toHaveLength(sorted.length);
      for (const [index, value] of read.entries()) {
        const exact = sorted[index] ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(exact);
        expect(value - exact).toBeLessThanOrEqual(exact / 1000);
      }
    }),
    { numRuns: 60 },
  );
});

test.each(['', 'aGVsbG8=', 'HISTFAAAAAJ4nA=='])('%j is no histogram', (text) => {
  expect(readHistogram(text)).toBeNull();
});
