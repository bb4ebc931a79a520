import { expect, test } from 'vitest';
import { createRandom } from '../../random/create-random.ts';
import { endIsSteady } from './end-is-steady.ts';
import { type ExampleSamples, exampleSamples } from './testing/example-samples.ts';
import { batching, oneAtATime } from './testing/example-servers.ts';
import { poissonArrivals, type SimulatedServer, simulateOpenLoop } from './testing/simulate-server.ts';

const window = { startMicros: 0, endMicros: 60e6 };
const stage: ExampleSamples = { seconds: 60, level: () => 1, noise: 0.05, completedPerSecond: 20 };
const seeds = 300;

/** The share of stages with a finding. */
const shareFound = (example: ExampleSamples, name: string): number =>
  Array.from({ length: seeds }, (_, seed) =>
    endIsSteady(exampleSamples(example, createRandom(`${name}/${seed}`)), window),
  ).filter((found) => found !== null).length / seeds;

test('a steady window with 5 % noise a second is hardly ever called unsteady', () => {
  expect(shareFound(stage, 'steady')).toBeLessThan(0.005);
});

test('a throughput that falls by a fifth over the window is found in nearly every stage, one that falls by 5 % in fewer than 2 of 100', () => {
  expect(shareFound({ ...stage, level: (second) => 1.1 - (0.2 * second) / 60 }, 'fall')).toBeGreaterThan(
    0.95,
  );
  expect(shareFound({ ...stage, level: (second) => 1 - (0.05 * second) / 60 }, 'slight')).toBeLessThan(0.02);
});

test('the finding says what drifted, by how much and which way', () => {
  const falling = { ...stage, noise: 0, level: (second: number) => 1.1 - (0.2 * second) / 60 };
  const found = endIsSteady(exampleSamples(falling, createRandom('words')), window);
  expect(found?.verdict).toBe('suspect');
  expect(found?.reason).toMatchObject({ code: 'not-steady', limit: 0.1 });
  expect(found?.reason.message).toMatch(/^not steady: throughput fell by 20(\.\d)? % over the window$/);
});

test('a time to first token that grows by half is found while throughput stands still', () => {
  const growing = { ...stage, firstTokenMillis: (second: number) => 80 + (40 * second) / 60 };
  const found = endIsSteady(exampleSamples(growing, createRandom('growing')), window);
  expect(found?.reason.message).toMatch(/^not steady: the time to first token rose by 40(\.\d)? %/);
});

test('a window of few requests, or of few for its users, is not judged', () => {
  const falling = { ...stage, level: (second: number) => 2 - second / 60 };
  const found = (changed: Partial<ExampleSamples>): unknown =>
    endIsSteady(exampleSamples({ ...falling, ...changed }, createRandom('few')), window);
  expect(found({})).not.toBeNull();
  expect(found({ completedPerSecond: 0.5 })).toBeNull();
  expect(found({ inFlight: 1000 })).toBeNull();
  expect(endIsSteady([], window)).toBeNull();
});

test.each<[string, SimulatedServer]>([
  ['batching', batching(12.5)],
  ['one at a time', oneAtATime(12.5)],
])(
  "of minutes with Poisson arrivals at four fifths of a server's capacity (%s) fewer than 2 of 100 are called unsteady",
  (name, server) => {
    const found = Array.from({ length: seeds }, (_, seed) => {
      const random = createRandom(`${name}/${seed}`);
      const samples = simulateOpenLoop(server, poissonArrivals(10, 80, random), 80, random);
      return endIsSteady(samples, { startMicros: 20e6, endMicros: 80e6 });
    }).filter((finding) => finding !== null);
    expect(found.length / seeds).toBeLessThan(0.02);
  },
);
