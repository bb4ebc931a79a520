import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom, type Random } from '../random/create-random.ts';
import { bootstrapRatio, type RatioInterval } from './bootstrap-ratio.ts';
import { logRatioInterval } from './log-ratio-interval.ts';
import { ratioInterval } from './ratio-interval.ts';

const positive = fc.double({ min: 1, max: 1000, noNaN: true });
const samplesOf = (least: number) => fc.array(positive, { minLength: least, maxLength: 12 });

/** Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function noisy(random: Random, count: number, mean: number): readonly number[] {
  return Array.from({ length: count }, () => mean * (1 + 0.03 * normal(random)));
}

const excludesOne = (interval: RatioInterval | null): boolean =>
  interval !== null && (interval.low > 1 || interval.high < 1);

test('two values a side give the hand-worked Welch interval of the log ratio', () => {
  // ln 90, ln 110: deviation 0.14190, variance of the mean 0.010068; twice that, two degrees, t = 4.303: half 0.6106.
  const interval = logRatioInterval({ baseline: [90, 110], candidate: [90, 110] });
  expect(interval?.ratio).toBe(1);
  expect(interval?.high).toBeCloseTo(Math.exp(0.6106), 3);
  expect(interval?.low).toBeCloseTo(Math.exp(-0.6106), 3);
  expect(ratioInterval({ baseline: [90, 110], candidate: [90, 110] }, createRandom(1n))).toEqual(interval);
});

test.each([
  { baseline: [5], candidate: [5, 6, 7] },
  { baseline: [], candidate: [] },
  { baseline: [0, 0, 0], candidate: [1, 2, 3] },
  { baseline: [1, 2, 3], candidate: [1, 0, 3] },
])('there is no interval for $baseline against $candidate', (samples) => {
  expect(ratioInterval(samples, createRandom(1n))).toBeNull();
});

test('equal values have no spread: the interval is the ratio, by plain percentiles', () => {
  const interval = ratioInterval({ baseline: [50, 50, 50], candidate: [75, 75, 75] }, createRandom(1n));
  expect(interval).toEqual({
    ratio: 1.5,
    low: 1.5,
    high: 1.5,
    method: 'percentile-bootstrap',
    degrees: 0,
  });
});

test('the interval holds the ratio, is no narrower than its parts and repeats under its seed', () => {
  fc.assert(
    fc.property(samplesOf(3), samplesOf(3), fc.bigInt(), (baseline, candidate, seed) => {
      const samples = { baseline, candidate };
      const interval = ratioInterval(samples, createRandom(seed));
      const student = logRatioInterval(samples);
      if (interval === null || student === null) return expect.unreachable();
      expect(interval.low).toBeLessThanOrEqual(student.low);
      expect(interval.high).toBeGreaterThanOrEqual(student.high);
      expect(interval.low).toBeLessThanOrEqual(interval.ratio * (1 + 1e-12));
      expect(interval.high).toBeGreaterThanOrEqual(interval.ratio * (1 - 1e-12));
      expect(ratioInterval(samples, createRandom(seed))).toEqual(interval);
    }),
    { numRuns: 50 },
  );
});

test('swapping the sides of the t interval inverts its ends', () => {
  fc.assert(
    fc.property(samplesOf(2), samplesOf(2), (baseline, candidate) => {
      const forward = logRatioInterval({ baseline, candidate });
      const backward = logRatioInterval({ baseline: candidate, candidate: baseline });
      expect((forward?.low ?? 0) * (backward?.high ?? 0)).toBeCloseTo(1, 9);
    }),
  );
});

test('with many values the bootstrap agrees with Student', () => {
  const random = createRandom(4n);
  const samples = { baseline: noisy(random, 200, 100), candidate: noisy(random, 200, 110) };
  const bootstrap = bootstrapRatio(samples, random.fork('bootstrap'));
  const student = logRatioInterval(samples);
  expect(bootstrap?.method).toBe('bca-bootstrap');
  expect(bootstrap?.low).toBeCloseTo(student?.low ?? 0, 2);
  expect(bootstrap?.high).toBeCloseTo(student?.high ?? 0, 2);
});

test('the bootstrap leans towards the long tail of skewed values', () => {
  const random = createRandom(8n);
  const skewed = Array.from({ length: 40 }, () => random.exponential(10) + 1);
  const even = Array.from({ length: 40 }, (_, index) => 100 + (index % 2));
  const interval = bootstrapRatio({ baseline: even, candidate: skewed }, random.fork('bootstrap'));
  if (interval === null) return expect.unreachable();
  expect(interval.high - interval.ratio).toBeGreaterThan(interval.ratio - interval.low);
});

test('a real difference of 30 % with 3 % noise is found in nearly every comparison of three repeats', () => {
  const random = createRandom(77n);
  let found = 0;
  for (let trial = 0; trial < 100; trial++) {
    const samples = { baseline: noisy(random, 3, 100), candidate: noisy(random, 3, 130) };
    if (excludesOne(ratioInterval(samples, random.fork(trial)))) found += 1;
  }
  expect(found).toBeGreaterThanOrEqual(95);
});
