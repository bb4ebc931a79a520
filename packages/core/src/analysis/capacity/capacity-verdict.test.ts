import { expect, test } from 'vitest';
import { createCapacitySearch } from './capacity-search.ts';
import type { LevelOutcome } from './level-outcome.ts';
import { exampleOutcome, invalidTrust } from './testing/noisy-server.ts';
import { exampleOptions, searchWith, upTo } from './testing/run-search.ts';

const clientBusy = invalidTrust('client-busy', 'the busiest load worker used 97 % of a core');

test('a server that keeps the SLO at the highest level is at least that good, after two stages there and the confirmation', () => {
  const { steps, verdict } = searchWith(upTo(1000), { maximum: 20 });
  expect(steps).toEqual(['8 bracket', '16 bracket', '20 bracket', '20 repeat', '20 confirm']);
  expect(verdict).toMatchObject({
    highestKept: 20,
    lowestBroken: null,
    interval: { low: 20, high: null },
    reason: 'range-end',
    censored: 'above-range',
    brokenFirst: null,
  });
});

test('a server that breaks the SLO at the lowest level has no capacity in the range', () => {
  const { steps, verdict } = searchWith(upTo(0), { minimum: 3 });
  expect(steps).toEqual(['8 bracket', '4 bracket', '3 bracket', '3 repeat']);
  expect(verdict).toMatchObject({
    highestKept: null,
    lowestBroken: 3,
    reason: 'range-start',
    censored: 'below-range',
    confirmation: null,
  });
});

test('a level that the client cannot drive twice bounds the search, and nothing above it is ever tried', () => {
  const { steps, verdict } = searchWith((level) =>
    exampleOutcome({ level, kept: true, ...(level >= 50 ? { trust: clientBusy } : {}) }),
  );
  const levels = steps.map((step) => Number.parseInt(step, 10));
  expect(Math.max(...levels)).toBe(64);
  expect(levels.filter((level) => level === 64)).toHaveLength(2);
  expect(verdict).toMatchObject({
    highestKept: 49,
    lowestBroken: null,
    censored: 'above-range',
    reason: 'client-limit',
  });
  expect(verdict.clientLimit).toEqual({ level: 51, message: 'the busiest load worker used 97 % of a core' });
});

test('a client that was slow once is an accident', () => {
  const { verdict } = searchWith((level, repeat) =>
    exampleOutcome({
      level,
      kept: level <= 42,
      ...(level === 16 && repeat === 1 ? { trust: clientBusy, kept: false } : {}),
    }),
  );
  expect(verdict).toMatchObject({ highestKept: 41, lowestBroken: 43, clientLimit: null });
  // Its figures are the client's: the level shows those of its other stage.
  const point = verdict.curve.find(({ level }) => level === 16);
  expect(point).toMatchObject({ repeats: 2, kept: 1, broken: 0, figures: [{ value: 100_000, kept: true }] });
});

test('a stage that is invalid because the server failed is a level that it did not keep', () => {
  const failed = invalidTrust('errors', '80 % of the requests failed');
  const { verdict } = searchWith((level) =>
    exampleOutcome({
      level,
      kept: level <= 20,
      ...(level <= 20 ? {} : { trust: failed }),
    }),
  );
  expect(verdict).toMatchObject({ highestKept: 20, lowestBroken: 21, censored: null, clientLimit: null });
});

test('levels with too few requests to judge are passed on the way up and bound it above', () => {
  const passed = searchWith((level) => exampleOutcome({ level, kept: level < 20 ? null : level <= 42 }));
  expect(passed.verdict).toMatchObject({ highestKept: 41, lowestBroken: 43 });
  const above = searchWith((level) => exampleOutcome({ level, kept: level <= 42 ? true : null }));
  expect(above.verdict).toMatchObject({
    highestKept: 41,
    lowestBroken: null,
    censored: 'above-range',
    reason: 'no-data',
  });
});

test('without data at any level nothing is found', () => {
  const { verdict } = searchWith((level) => exampleOutcome({ level, kept: null }), { maximum: 32 });
  expect(verdict).toMatchObject({
    highestKept: null,
    lowestBroken: null,
    censored: null,
    confidence: null,
    reason: 'no-data',
  });
});

test('a confirmation that fails is said, and lowers the confidence', () => {
  const { steps, verdict } = searchWith((level, repeat) =>
    exampleOutcome({ level, kept: level <= 42 && repeat < 3 }),
  );
  expect(steps.at(-1)).toBe('41 confirm');
  expect(verdict).toMatchObject({ highestKept: 41, confirmation: { kept: false }, reason: 'resolved' });
  expect(verdict.confidence).toBeLessThan(0.75);
});

test('with a single stage per level, a failed confirmation takes the level out of the interval', () => {
  const { verdict } = searchWith(
    (level, repeat) => exampleOutcome({ level, kept: level <= 42 && repeat === 1 }),
    {
      repeats: 1,
    },
  );
  expect(verdict).toMatchObject({ highestKept: 41, confirmation: { kept: false } });
  expect(verdict.interval.low).toBe(38);
});

test('a search that is stopped says what it knows', () => {
  const search = createCapacitySearch(exampleOptions);
  const done = [8, 16, 32].map((level) => exampleOutcome({ level, kept: level < 20 }));
  expect(search.verdict(done)).toMatchObject({
    highestKept: 16,
    lowestBroken: 32,
    confirmation: null,
    reason: 'unfinished',
  });
  expect(search.verdict([])).toMatchObject({
    highestKept: null,
    confidence: null,
    curve: [],
    reason: 'unfinished',
  });
});

test('the curve holds every level with its stages and the medians of its conditions', () => {
  const { verdict } = searchWith((level, repeat) =>
    exampleOutcome({ level, kept: level <= 42, value: 10_000 * level + repeat }),
  );
  expect(verdict.curve.map(({ level }) => level)).toEqual([8, 16, 32, 38, 41, 43, 45, 64]);
  expect(verdict.curve.find(({ level }) => level === 41)).toMatchObject({
    repeats: 3,
    kept: 3,
    broken: 0,
    state: 'kept',
  });
  expect(verdict.curve.find(({ level }) => level === 41)?.figures[0]).toMatchObject({
    value: 410_002,
    kept: true,
  });
});

test('the condition that broke first is the one that is furthest beyond its limit, either way', () => {
  const limit = (value: number) => ({ unit: 'us', value }) as const;
  const terms = (level: number): LevelOutcome['terms'] => [
    { text: 'ttft', value: 600, limit: limit(500), kept: level <= 42, reason: null },
    { text: 'throughput', value: 10, limit: { unit: 'tok/s', value: 20 }, kept: level <= 42, reason: null },
    { text: 'tpot', value: 100, limit: limit(10), kept: true, reason: null },
  ];
  const { verdict } = searchWith((level) =>
    exampleOutcome({ level, kept: level <= 42, terms: terms(level) }),
  );
  expect(verdict.brokenFirst?.text).toBe('throughput');
});

test('a level whose load was not carried says why', () => {
  const { verdict } = searchWith((level) =>
    exampleOutcome({ level, kept: level <= 42, notCarried: level <= 42 ? null : 'the queue only grew' }),
  );
  expect(verdict).toMatchObject({ lowestBroken: 43, notCarried: 'the queue only grew' });
  expect(searchWith(upTo(42)).verdict.notCarried).toBeNull();
});
