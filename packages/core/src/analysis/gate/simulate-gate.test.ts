import { expect, test } from 'vitest';
import { repeatsToDecide } from './repeats-to-decide.ts';
import { simulateGate } from './simulate-gate.ts';

const usual = { allowed: 0.05, cells: 1, trials: 1000, seed: 7n };

test.each([3, 5, 10])(
  'with %i repeats, nothing that did not change fails in more than one gate of a hundred',
  (repeats) => {
    for (const noise of [0.01, 0.03, 0.05])
      expect(simulateGate({ ...usual, repeats, noise, change: 0 }).fail).toBeLessThanOrEqual(0.01);
  },
);

test.each([3, 5, 10])(
  'with %i repeats, a change of exactly what is allowed fails or passes in 1 to 5 % each',
  (repeats) => {
    const rates = simulateGate({ ...usual, repeats, noise: 0.02, change: -0.05 });
    for (const share of [rates.fail, rates.pass]) {
      expect(share).toBeGreaterThan(0.01);
      expect(share).toBeLessThan(0.05);
    }
  },
);

test.each([3, 5, 10])(
  'with %i repeats, twice the allowed change passes in at most one gate of a hundred',
  (repeats) => {
    for (const noise of [0.01, 0.03, 0.05])
      expect(simulateGate({ ...usual, repeats, noise, change: -0.1 }).pass).toBeLessThanOrEqual(0.01);
  },
);

test('quiet repeats decide: no change passes, and twice the allowed change fails', () => {
  expect(simulateGate({ ...usual, repeats: 5, noise: 0.01, change: 0 }).pass).toBeGreaterThan(0.98);
  expect(simulateGate({ ...usual, repeats: 5, noise: 0.01, change: -0.1 }).fail).toBeGreaterThan(0.98);
});

test('as many repeats as the gate asks for decide in about four gates of five', () => {
  // A sample whose logarithms have exactly the spread of the noise.
  const side = [-1, 0, 1].map((step) => 100 * Math.exp(0.04 * step));
  const repeats = repeatsToDecide({ baseline: side, candidate: side, ratio: 1, limit: 0.95 }) ?? 0;
  const { pass } = simulateGate({ ...usual, repeats, noise: 0.04, change: 0 });
  expect(pass).toBeGreaterThan(0.74);
  expect(pass).toBeLessThan(0.87);
});

test('the same seed gives the same rates', () => {
  const simulation = { ...usual, trials: 50, repeats: 3, noise: 0.05, change: -0.05 };
  expect(simulateGate(simulation)).toEqual(simulateGate(simulation));
});
