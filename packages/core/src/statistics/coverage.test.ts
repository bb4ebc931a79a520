import { expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { detectableRatio, differencePower, type PowerDesign } from './difference-power.ts';
import { ratioInterval } from './ratio-interval.ts';
import { excludesOne, lognormalRepeats } from './testing/lognormal-repeats.ts';

const trials = 1000;
/** Fewer than in use: the share of winners moves by less than the simulation's own error. */
const resamples = 200;

type Simulation = { readonly repeats: number; readonly noise: number; readonly difference: number };

/** The share of comparisons that name a winner. */
function winners({ repeats, noise, difference }: Simulation, seed: bigint): number {
  const random = createRandom(seed);
  let found = 0;
  for (let trial = 0; trial < trials; trial++) {
    const baseline = lognormalRepeats(random, { repeats, noise, median: 100 });
    const candidate = lognormalRepeats(random, { repeats, noise, median: 100 * (1 + difference) });
    if (excludesOne(ratioInterval({ baseline, candidate }, random.fork(trial), resamples))) found += 1;
  }
  return found / trials;
}

const designOf = (repeats: number, deviation: number): PowerDesign => ({
  baseline: { deviation, repeats },
  candidate: { deviation, repeats },
});

const grid = [3, 5, 10].flatMap((repeats) => [0.01, 0.03, 0.05].map((noise) => ({ repeats, noise })));

test.each(grid)(
  'of two equal targets, $repeats repeats with noise $noise name a winner in 3 to 7 % of 1,000 comparisons',
  ({ repeats, noise }) => {
    const share = winners({ repeats, noise, difference: 0 }, BigInt(repeats * 1000) + BigInt(noise * 100));
    expect(share).toBeGreaterThanOrEqual(0.03);
    expect(share).toBeLessThanOrEqual(0.07);
  },
);

test.each(grid)(
  'a difference of 10 % with $repeats repeats and noise $noise is found as often as the power says',
  ({ repeats, noise }) => {
    const share = winners({ repeats, noise, difference: 0.1 }, BigInt(repeats * 7000) + BigInt(noise * 100));
    const predicted = differencePower(designOf(repeats, noise), Math.log(1.1));
    // Three standard errors of the simulation, and half a percent for the bootstrap, which the power leaves out.
    const error = 3 * Math.sqrt((predicted * (1 - predicted)) / trials) + 0.005;
    expect(Math.abs(share - predicted)).toBeLessThan(error);
  },
);

test('a difference of the detectable ratio is found in four cases of five', () => {
  for (const { repeats, noise } of grid) {
    const ratio = detectableRatio(designOf(repeats, noise)) ?? Number.NaN;
    expect(differencePower(designOf(repeats, noise), Math.log(ratio))).toBeCloseTo(0.8, 3);
  }
});

test('more repeats and less noise see smaller differences; without noise any is seen, with one repeat none', () => {
  const ratios = [3, 5, 10, 30].map((repeats) => detectableRatio(designOf(repeats, 0.03)) ?? 0);
  expect(ratios).toEqual([...ratios].sort((one, other) => other - one));
  expect(detectableRatio(designOf(3, 0.01)) ?? 9).toBeLessThan(detectableRatio(designOf(3, 0.02)) ?? 0);
  expect(detectableRatio(designOf(3, 0))).toBe(1);
  expect(detectableRatio(designOf(1, 0.03))).toBeNull();
});

test('the power of no difference is the error rate of the interval', () => {
  expect(differencePower(designOf(3, 0.03), 0)).toBeGreaterThan(0.035);
  expect(differencePower(designOf(10, 0.03), 0)).toBeCloseTo(0.05, 2);
});
