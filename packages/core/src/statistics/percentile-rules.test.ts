import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certifiableSamples, certifiedRank } from './certified-rank.ts';
import { requiredSamples } from './required-samples.ts';

test.each([
  [0.5, 7],
  [0.75, 17],
  [0.9, 44],
  [0.95, 90],
  [0.99, 459],
  [0.999, 4603],
])('percentile %f is printed from %i samples on', (percentile, samples) => {
  expect(requiredSamples(percentile)).toBe(samples);
});

test.each([
  [0.9, 64],
  [0.95, 130],
  [0.99, 662],
  [0.999, 6636],
])('percentile %f is certified from %i samples on, by the largest of them', (percentile, samples) => {
  expect(certifiableSamples(percentile)).toBe(samples);
  expect(certifiedRank(samples - 1, percentile)).toBeNull();
  expect(certifiedRank(samples, percentile)).toBe(samples);
});

/** P(Bin(samples, share) <= most), summed term by term: slow, obvious, and independent of the beta function. */
function binomialAtMost(most: number, samples: number, share: number): number {
  let term = (1 - share) ** samples;
  let sum = term;
  for (let count = 1; count <= most; count++) {
    term *= ((samples - count + 1) / count) * (share / (1 - share));
    sum += term;
  }
  return sum;
}

test('the certified rank is the smallest that the summed binomial allows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 600 }),
      fc.constantFrom(0.5, 0.75, 0.9, 0.95, 0.99),
      (samples, p) => {
        const rank = certifiedRank(samples, p);
        const over = rank === null ? 0 : samples - rank + 1;
        if (rank !== null) expect(binomialAtMost(over, samples, 1 - p)).toBeLessThanOrEqual(0.01);
        expect(binomialAtMost(over + 1, samples, 1 - p)).toBeGreaterThan(0.01);
      },
    ),
  );
});

test('the certified rank never falls with more samples, and stays above the percentile itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 11, max: 2_000_000 }),
      fc.constantFrom(0.5, 0.9, 0.99, 0.999),
      (samples, p) => {
        const rank = certifiedRank(samples, p);
        if (rank === null) return;
        expect(rank).toBeGreaterThan(samples * p);
        expect(rank).toBeLessThanOrEqual(samples);
        expect(certifiedRank(samples + 1, p) ?? 0).toBeGreaterThanOrEqual(rank);
      },
    ),
  );
});

test('a million samples certify p99 about 2.3 standard deviations above it', () => {
  const rank = certifiedRank(1_000_000, 0.99) ?? 0;
  const deviations = (rank - 990_000) / Math.sqrt(1_000_000 * 0.99 * 0.01);
  expect(deviations).toBeCloseTo(2.33, 1);
});

test.each([0, 1, -0.5, 99, Number.NaN])('%s is no percentile', (percentile) => {
  expect(() => requiredSamples(percentile)).toThrow(RangeError);
});
