import { expect, test } from 'vitest';
import { createRandom, type Random } from '../../random/create-random.ts';
import { isSteady } from './is-steady.ts';
import type { LoadSample } from './load-sample.ts';
import { type ExampleSamples, exampleSamples } from './testing/example-samples.ts';
import { batching, slow, uniformTokens } from './testing/example-servers.ts';
import { poissonArrivals, simulateClosedLoop, simulateOpenLoop } from './testing/simulate-server.ts';

/** Seconds after which the rule, asked at every sample, first says steady; infinite where it never does. */
function steadyAfter(samples: readonly LoadSample[]): number {
  for (let count = 1; count <= samples.length; count++) {
    if (isSteady(samples.slice(0, count))) return (samples[count - 1]?.atMicros ?? 0) / 1e6;
  }
  return Number.POSITIVE_INFINITY;
}

/** Ascending times over seeds. */
const times = (name: string, count: number, samples: (random: Random) => LoadSample[]): number[] =>
  Array.from({ length: count }, (_, seed) => steadyAfter(samples(createRandom(`${name}/${seed}`)))).toSorted(
    (left, right) => left - right,
  );

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;

const steady: ExampleSamples = { seconds: 60, level: () => 1, noise: 0.05, completedPerSecond: 20 };

test('a steady stage with 5 % noise is called so after the shortest time, six seconds, or soon after', () => {
  const found = times('steady', 200, (random) => exampleSamples(steady, random));
  expect(quantile(found, 0)).toBe(6);
  expect(quantile(found, 0.5)).toBeLessThanOrEqual(6.25);
  expect(quantile(found, 0.99)).toBeLessThanOrEqual(9);
});

test('noise of 15 % only takes longer', () => {
  const found = times('noisy', 200, (random) => exampleSamples({ ...steady, noise: 0.15 }, random));
  expect(quantile(found, 0.99)).toBeLessThanOrEqual(16);
});

test('a throughput that rises on a line from nothing is never called steady', () => {
  const ramp = { ...steady, level: (second: number) => second / 60 };
  expect(times('ramp', 200, (random) => exampleSamples(ramp, random))[0]).toBe(Number.POSITIVE_INFINITY);
});

test.each([5, 10, 20])(
  'a level that is approached over %i s is let through above 95 percent of it in the median, above 80 in 98 of 100',
  (constant) => {
    const level = (second: number): number => 1 - Math.exp(-(second + 0.1) / constant);
    const found = times(`approach ${constant}`, 100, (random) =>
      exampleSamples({ ...steady, seconds: 6 * constant, level }, random),
    ).map(level);
    expect(quantile(found, 0.5)).toBeGreaterThan(0.95);
    expect(quantile(found, 0.02)).toBeGreaterThan(0.8);
  },
);

test('a start of ten seconds at a tenth of the speed is out of the judged half before the stage is steady', () => {
  const level = (second: number): number => (second < 10 ? 0.1 : 1);
  const found = times('cold', 50, (random) =>
    exampleSamples({ ...steady, level, completedPerSecond: 20 }, random),
  );
  // Six seconds into the cold start it looks steady: it is, at another level, and no rule of the past can know.
  expect(found.filter((time) => time > 10 && time < 17)).toEqual([]);
});

test('a first wave that waits long for its first token keeps a stage from being steady', () => {
  const wave = (second: number): number => (second < 4 ? 3000 : 300);
  const [earliest] = times('wave', 50, (random) =>
    exampleSamples({ ...steady, firstTokenMillis: wave }, random),
  );
  const [without] = times('wave', 50, (random) => exampleSamples(steady, random));
  expect(without).toBe(6);
  expect(earliest).toBeGreaterThanOrEqual(6.75);
});

test('first-token times that jump about without a direction do not keep a stage waiting', () => {
  const found = times('jumping', 100, (random) =>
    exampleSamples({ ...steady, firstTokenMillis: () => 400 * random.next() ** 2 }, random),
  );
  expect(quantile(found, 0.9)).toBeLessThanOrEqual(8);
});

test('few requests never make a stage steady, however even they look', () => {
  const few = { ...steady, noise: 0, completedPerSecond: 0.5, seconds: 39 };
  expect(steadyAfter(exampleSamples(few, createRandom('few')))).toBe(Number.POSITIVE_INFINITY);
  expect(steadyAfter(exampleSamples({ ...few, seconds: 80 }, createRandom('few')))).toBe(80);
});

test('of a hundred users, half have to be done in each block', () => {
  const crowd = { ...steady, noise: 0, inFlight: 100, completedPerSecond: 10, seconds: 60 };
  expect(steadyAfter(exampleSamples(crowd, createRandom('crowd')))).toBe(40);
});

test('users of a batching server, Poisson arrivals at 80 % of it, and a slow server all become steady', () => {
  const closed = times('closed', 40, (random) =>
    simulateClosedLoop({ ...batching(10), tokensOf: uniformTokens(128) }, 16, 120, random),
  );
  expect(quantile(closed, 1)).toBeLessThan(60);
  const open = times('open', 40, (random) =>
    simulateOpenLoop(batching(12.5), poissonArrivals(10, 90, random), 90, random),
  );
  expect(quantile(open, 1)).toBeLessThan(60);
  const slowly = times('slow', 20, (random) =>
    simulateOpenLoop(slow(), poissonArrivals(2, 300, random), 300, random),
  );
  expect(quantile(slowly, 0)).toBeGreaterThan(40);
  expect(quantile(slowly, 1)).toBeLessThan(300);
});

test('equal lengths, whose users all end together, become steady', () => {
  const server = { baseSeconds: 0.01, perSequenceSeconds: 0.0005, maximumRunning: 256, tokensOf: () => 128 };
  expect(steadyAfter(simulateClosedLoop(server, 16, 60, createRandom('equal')))).toBeLessThan(30);
});

test('nothing is not steady', () => {
  expect(isSteady([])).toBe(false);
});
