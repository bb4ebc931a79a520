import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createRandom } from '../random/create-random.ts';
import { bootstrapRatio } from './bootstrap-ratio.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { mannWhitney } from './mann-whitney.ts';
import { normalProbability, normalQuantile } from './normal.ts';
import { requestMeanRatio } from './request-ratio.ts';
import { studentProbability, studentQuantile } from './student-t.ts';
import { weightedFromValues } from './weighted-values.ts';

// Recorded by __fixtures__/reference.py; each file says with which version of SciPy and by which call.
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`__fixtures__/scipy-${name}.json`, import.meta.url), 'utf8'));

const samples = { name: z.string(), baseline: z.array(z.number()), candidate: z.array(z.number()) };
const bootstraps = z
  .object({ cases: z.array(z.object({ ...samples, low: z.number(), high: z.number() })) })
  .parse(fixture('bootstrap')).cases;
const rankTests = z
  .object({
    cases: z.array(
      z.object({
        ...samples,
        method: z.enum(['exact', 'asymptotic']),
        statistic: z.number(),
        probability: z.number(),
      }),
    ),
  })
  .parse(fixture('mann-whitney')).cases;
const number = z.number();
const quantiles = z
  .object({
    studentQuantiles: z.array(z.object({ p: number, degrees: number, value: number })),
    studentProbabilities: z.array(z.object({ value: number, degrees: number, p: number })),
    normalQuantiles: z.array(z.object({ p: number, value: number })),
    normalProbabilities: z.array(z.object({ value: number, p: number })),
    betas: z.array(z.object({ x: number, a: number, b: number, p: number })),
  })
  .parse(fixture('quantiles'));

/** Few values have few different resamples: the ends are some of these, and it takes many draws to hit the same ones. */
const resamplesFor = (values: number): number => (values <= 5 ? 100_000 : 20_000);
/** Both ends come from random resamples, SciPy's too: 20,000 of them leave about 2 % of the interval's width. */
const shareOfWidth = 0.02;

test.each(bootstraps)(
  'the BCa bootstrap of $name agrees with SciPy',
  ({ baseline, candidate, low, high }) => {
    const interval = bootstrapRatio({ baseline, candidate }, createRandom(3n), resamplesFor(baseline.length));
    const tolerance = shareOfWidth * (high - low);
    expect(interval?.method).toBe('bca-bootstrap');
    expect(Math.abs((interval?.low ?? 0) - low)).toBeLessThan(tolerance);
    expect(Math.abs((interval?.high ?? 0) - high)).toBeLessThan(tolerance);
  },
);

test.each(bootstraps.filter(({ baseline }) => baseline.length >= 60))(
  'the bootstrap of weighted values and bins of $name agrees with SciPy',
  ({ baseline, candidate, low, high }) => {
    const weighted = { baseline: weightedFromValues(baseline), candidate: weightedFromValues(candidate) };
    const interval = requestMeanRatio(weighted, createRandom(3n));
    // A tenth of the resamples, and Student's t reaches a little farther on the short side of a skewed one.
    const tolerance = 4 * shareOfWidth * (high - low);
    expect(Math.abs((interval?.low ?? 0) - low)).toBeLessThan(tolerance);
    expect(Math.abs((interval?.high ?? 0) - high)).toBeLessThan(tolerance);
  },
);

test.each(rankTests)('Mann-Whitney of $name agrees with SciPy', (row) => {
  const compared = mannWhitney(weightedFromValues(row.baseline), weightedFromValues(row.candidate));
  expect(compared?.method).toBe(row.method === 'exact' ? 'exact' : 'normal');
  expect(compared?.statistic).toBe(row.statistic);
  expect(compared?.superiority).toBeCloseTo(row.statistic / (row.baseline.length * row.candidate.length), 12);
  expect(Math.abs((compared?.probability ?? 0) / row.probability - 1)).toBeLessThan(1e-9);
});

test('quantiles and probabilities of Student and of the normal distribution agree with SciPy to 1e-9', () => {
  const pairs = [
    ...quantiles.studentQuantiles.map((row) => [studentQuantile(row.p, row.degrees), row.value]),
    ...quantiles.studentProbabilities.map((row) => [studentProbability(row.value, row.degrees), row.p]),
    ...quantiles.normalQuantiles.map((row) => [normalQuantile(row.p), row.value]),
    ...quantiles.normalProbabilities.map((row) => [normalProbability(row.value), row.p]),
    ...quantiles.betas.map((row) => [incompleteBeta(row.x, row.a, row.b), row.p]),
  ];
  expect(pairs).toHaveLength(63 + 35 + 8 + 9 + 30);
  for (const [ours = Number.NaN, theirs = 0] of pairs)
    expect(Math.abs(ours - theirs)).toBeLessThan(1e-9 * Math.max(Math.abs(theirs), 1e-4));
});
