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

/** Seconds after which the rule, asked twice a second, speaks; `null` where it never does. */
function secondsUntilFound(samples: readonly LoadSample[], load: PlannedLoad): number | null {
  for (let count = 2; count <= samples.length; count += 2) {
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
  'of 500 minutes of a server (%s) at %f of its capacity fewer than 5 are called over-saturated',
  (name, load) => {
    const server = servers[name](perSecond / load);
    expect(share(trials(name, 500, { server, rate: perSecond, seconds: 60 }))).toBeLessThan(0.01);
  },
);

test.each([['one at a time'], ['sharing'], ['batching']] as const)(
  'a fifth more than the capacity (%s) is found after 350 arrivals in the median and 1,200 at the latest',
  (name) => {
    const server = servers[name](perSecond / 1.2);
    const times = trials(name, 60, { server, rate: perSecond, seconds: 120 }).map(
      (time) => time ?? Number.POSITIVE_INFINITY,
    );
    const sorted = times.toSorted((left, right) => left - right);
    expect(sorted[30]).toBeLessThan(350 / perSecond);
    expect(sorted.at(-1)).toBeLessThanOrEqual(1200 / perSecond);
  },
);

test('a slow server that fills up for a minute is not called over-saturated', () => {
  expect(share(trials('slow', 200, { server: slow(), rate: perSecond, seconds: 60 }))).toBe(0);
});

test('users who wait for their answers, and arrivals without one rate, cannot over-saturate a server in this way', () => {
  const random = createRandom('others');
  const samples = simulateOpenLoop(oneAtATime(5), poissonArrivals(10, 60, random), 60, random);
  expect(detectOverSaturation(samples, poisson(10))).not.toBeNull();
  expect(detectOverSaturation(samples, { loop: 'closed', users: 10, thinkTime: null })).toBeNull();
  const trace = { kind: 'trace', source: 'day.jsonl', timeScale: 1 } as const;
  expect(detectOverSaturation(samples, { loop: 'open', arrivals: trace })).toBeNull();
});

test('the finding says what share was answered, how many wait, and how the first token went', () => {
  const random = createRandom('words');
  const samples = simulateOpenLoop(oneAtATime(5), poissonArrivals(10, 60, random), 60, random);
  const found = detectOverSaturation(samples, poisson(10));
  expect(found?.verdict).toBe('suspect');
  expect(found?.reason).toMatchObject({ code: 'over-saturated', limit: 0.95 });
  expect(found?.reason.value).toBeCloseTo(0.5, 2);
  expect(found?.reason.message).toMatch(
    /^the server answered 50(\.\d)? % of the planned rate: requests in flight grew to \d+, and the time to first token from \d+(\.\d)? ms to \d+(\.\d)? ms$/,
  );
});

/** A minute of samples from what is in flight and what has ended at each second; tokens come evenly. */
const minute = (inFlight: (second: number) => number, ended: (second: number) => number): LoadSample[] =>
  Array.from({ length: 241 }, (_, index) => {
    const second = index / 4;
    return {
      atMicros: second * 1e6,
      inFlight: inFlight(second),
      dispatched: inFlight(second) + ended(second),
      completed: ended(second),
      failed: 0,
      tokens: 1000 * second,
      firstTokens: ended(second),
      firstTokenSumMicros: 1e5 * ended(second),
    };
  });

test('a queue that grows by a tenth of the planned rate is found', () => {
  const samples = minute(
    (second) => 10 * second,
    (second) => 90 * second,
  );
  expect(detectOverSaturation(samples, poisson(100))).not.toBeNull();
});

test('a lull, in which fewer arrive than planned and few pile up, is not over-saturation', () => {
  const samples = minute(
    (second) => 10 + second / 6,
    (second) => 90 * second,
  );
  expect(detectOverSaturation(samples, poisson(100))).toBeNull();
});

test('a single stall is no queue that only grows', () => {
  const samples = minute(
    (second) => 10 + 100 * Math.max(0, second - 57),
    (second) => 100 * Math.min(second, 57),
  );
  expect(detectOverSaturation(samples, poisson(100))).toBeNull();
});

test('a server that keeps up with the rate again is left alone, though its queue grew before', () => {
  const lost = (second: number): number => 20 * (Math.min(second, 45) - Math.min(second, 15));
  const samples = minute(
    (second) => 10 + lost(second),
    (second) => 100 * second - lost(second),
  );
  expect(detectOverSaturation(samples, poisson(100))).toBeNull();
});

test('answers that failed have ended all the same', () => {
  // Twelve a second come where ten were planned, ten end, and half of those fail: a burst, and no shortfall.
  const samples = minute(
    (second) => 2 * second,
    (second) => 5 * second,
  );
  const failed = samples.map((sample) => ({ ...sample, failed: sample.completed }));
  expect(detectOverSaturation(failed, poisson(10))).toBeNull();
  expect(detectOverSaturation(samples, poisson(10))).not.toBeNull();
});

test('before anything ran there is nothing to say', () => {
  expect(detectOverSaturation([], poisson(10))).toBeNull();
});
