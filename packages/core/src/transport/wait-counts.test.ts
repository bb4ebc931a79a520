import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WaitCounts } from './wait-counts.ts';

test('a quantile is never below the true one, and above it by an eighth and a microsecond at most', () => {
  const waits = fc.array(fc.double({ min: 0, max: 1e8, noNaN: true }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(waits, fc.constantFrom(0.01, 0.5, 0.9, 0.99, 1), (times, share) => {
      const counts = new WaitCounts();
      for (const time of times) counts.add(time);
      const sorted = [...times].sort((left, right) => left - right);
      const truth = sorted[Math.ceil(share * times.length) - 1] ?? Number.NaN;
      const told = counts.quantile(share) ?? Number.NaN;
      expect(told).toBeGreaterThanOrEqual(Math.floor(truth));
      expect(told).toBeLessThanOrEqual(truth * 1.125 + 1);
    }),
  );
});

test('nothing counted has no quantile', () => {
  expect(new WaitCounts().quantile(0.99)).toBeNull();
});
