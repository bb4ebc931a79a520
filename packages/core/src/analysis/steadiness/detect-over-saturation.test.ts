import { expect, test } from 'vitest';
import type { PlannedLoad } from '../../plan/planned-stage.ts';
import { createRandom } from '../../random/create-random.ts';
import { detectOverSaturation } from './detect-over-saturation.ts';
import type { LoadSample } from './load-sample.ts';
import { batching, oneAtATime, sharing, slow } from './testing/example-servers.ts';
import { poissonArrivals, type SimulatedServer, simulateOpenLoop } from './testing/simulate-server.ts';

const perSecond = 10;
const poisson = (requestsPerSecond: number): PlannedLoad => ({
  loop: 'open',
  arrivals: { kind: 'poisson', requestsPerSecond },
});

/** Seconds after which the rule, asked at every sample, speaks; `null` where it never does. */
function secondsUntilFound(samples: readonly LoadSample[], load: PlannedLoad): number | null {
  for (let count = 2; count <= samples.length; count++) {
    if (detectOverSaturation(samples.slice(0, count), load) !== null)
      return (samples[count - 1]?.atMicros ?? 0) / 1e6;
  }
  return null;
}

type Trial = { readonly server: SimulatedServer; readonly rate: number; readonly seconds: number };

function trials(name: string, count: number, { server, rate, seconds }: Trial): (number | null)[] {
  return Array.from({ length: count }, (_, seed) => {
    const random = createRandom(`${name}/${seed}`);
    const samples = simulateOpenLoop(server, poissonArrivals(rate, seconds, random), seconds, random);
    return secondsUntilFound(samples, poisson(rate));
  });
}

const servers = { 'one at a time': oneAtATime, sharing, batching };
const share = (times: readonly (number | null)[]): number =>
  times.filter((time) => time !== null).length / times.length;

test.each([
  ['one at a time', 0.8],
  ['one at a time', 0.9],
  ['sharing', 0.8],
  ['sharing', 0.9],
  ['batching', 0.8],
  ['batching', 0.9],
] as const)(
  'of 500 minutes of a server (%s) at %f of its capacity fewer than 1 %% are called over-saturated',
  (name, load) => {
    const server = servers[name](perSecond / load);
    expect(share(trials(name, 500, { server, rate: perSecond, seconds: 60 }))).toBeLessThan(0.01);
  },
);

test.each([['one at a time'], ['sharing'], ['batching']] as const)(
  'a fifth more than the capacity (%s) is found after 300 arrivals in the median and 1,200 at the latest',
  (name) => {
    const server = servers[name](perSecond / 1.2);
    const times = trials(name, 60, { server, rate: perSecond, seconds: 120 }).map((time) => time ?? Infinity);
    const sorted = times.toSorted((left, right) => left - right);
    expect(sorted[30]).toBeLessThan(300 / perSecond + 10);
    expect(sorted.at(-1)).toBeLessThanOrEqual(1200 / perSecond);
  },
);

test('a slow server that fills up for a minute is not called over-saturated', () => {
  expect(share(trials('slow', 200, { server: slow(), rate: perSecond, seconds: 60 }))).toBe(0);
});
