import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossoverSchema } from '../../result/analysis/scaling-schema.ts';
import { crossoversOf } from './crossovers-of.ts';
import { scalingOf } from './scaling-of.ts';
import {
  scalingResult,
  scalingStage,
  scalingStages,
  type ThroughputByUsers,
} from './testing/scaling-result.ts';

function crossover(baseline: ThroughputByUsers, candidate: ThroughputByUsers) {
  const result = scalingResult([...scalingStages('a', baseline), ...scalingStages('b', candidate)]);
  const [found] = crossoversOf({ analysis: { ...result.analysis, scaling: scalingOf(result) } });
  if (found === undefined) throw new Error('two targets have a crossover');
  expect(crossoverSchema.parse(found)).toEqual(found);
  return found;
}

test('12.53 and 371.64 against 48.60 and 136.23 cross at 1.5 users, somewhere between the levels', () => {
  const found = crossover(
    { 1: [12.53], 5: [371.64], 10: [731.96] },
    { 1: [48.6], 5: [136.23], 10: [190.34] },
  );
  expect(found.users).toBeCloseTo(1.53, 2);
  expect(found).toMatchObject({
    kind: 'crosses',
    below: 'b',
    above: 'a',
    interval: { low: 1, high: 5, method: 'neighbouring-levels' },
    reason: 'one-repeat',
  });
});

test('a target that is ahead everywhere crosses nobody', () => {
  const found = crossover({ 1: [80.84], 5: [371.64] }, { 1: [47.9], 5: [136.23] });
  expect(found).toMatchObject({ kind: 'none', below: 'a', above: 'a', users: null, reason: 'one-repeat' });
});

test('ahead at both ends and even between them is no lead at every level', () => {
  const found = crossover({ 1: [51.8], 4: [136.9], 16: [272] }, { 1: [45.9], 4: [136.8], 16: [143] });
  expect(found).toMatchObject({ kind: 'none', below: 'a', above: 'a', reason: 'undecided-between' });
});

test('one run each that differs by less than 2 % decides nothing', () => {
  expect(crossover({ 1: [100], 5: [200] }, { 1: [101], 5: [197] })).toMatchObject({
    kind: 'undecided',
    reason: 'intervals-overlap',
  });
});

test('repeats give an interval around the crossing that is narrower than the levels', () => {
  const found = crossover(
    { 1: [10, 10.2, 9.8], 5: [100, 101, 99] },
    { 1: [50, 50.5, 49.5], 5: [60, 60.4, 59.6] },
  );
  expect(found).toMatchObject({ kind: 'crosses', below: 'b', above: 'a', reason: null });
  // -40 at one user and +40 at five: half way.
  expect(found.users).toBeCloseTo(3, 6);
  expect(found.interval?.method).toBe('difference-interval');
  expect(found.interval?.low).toBeGreaterThan(2.8);
  expect(found.interval?.low).toBeLessThan(3);
  expect(found.interval?.high).toBeGreaterThan(3);
  expect(found.interval?.high).toBeLessThan(3.2);
});

test('lines inside the noise of each other are undecided', () => {
  const found = crossover({ 1: [50, 60, 40], 5: [100, 120, 80] }, { 1: [52, 61, 42], 5: [99, 118, 80] });
  expect(found).toMatchObject({ kind: 'undecided', reason: 'intervals-overlap', below: null, above: null });
});

test('a lead at heavy load alone leaves the light end open', () => {
  const found = crossover({ 1: [50, 60, 40], 5: [200, 201, 199] }, { 1: [52, 61, 42], 5: [99, 100, 98] });
  expect(found).toMatchObject({ kind: 'undecided', reason: 'open-end', below: null, above: 'a' });
});

test('an undecided level between two clear ones widens the interval', () => {
  const found = crossover(
    { 1: [10, 11, 9], 5: [50, 55, 45], 10: [200, 201, 199] },
    { 1: [30, 31, 29], 5: [52, 57, 47], 10: [100, 101, 99] },
  );
  expect(found).toMatchObject({ kind: 'crosses', below: 'b', above: 'a' });
  expect(found.interval?.low).toBeLessThan(5);
  expect(found.interval?.high).toBeGreaterThan(5);
});

test('lines that cross twice are not told as one crossover', () => {
  const found = crossover({ 1: [1], 5: [9], 10: [1] }, { 1: [2], 5: [2], 10: [2] });
  expect(found).toMatchObject({ kind: 'undecided', reason: 'several-crossings' });
});

test('one common level tells no crossover', () => {
  expect(crossover({ 1: [1], 5: [9] }, { 1: [2], 10: [9] })).toMatchObject({
    kind: 'undecided',
    reason: 'too-few-levels',
  });
});

test('three targets have three pairs', () => {
  const result = scalingResult(['a', 'b', 'c'].flatMap((name) => scalingStages(name, { 1: [1], 5: [2] })));
  const pairs = crossoversOf({ analysis: { ...result.analysis, scaling: scalingOf(result) } });
  expect(pairs.map(({ baseline, candidate }) => baseline + candidate)).toEqual(['ab', 'ac', 'bc']);
});

test('a crossing lies inside its interval and between its levels, whichever target comes first', () => {
  const values = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 1, maxLength: 3 });
  const curve = fc.record({ 1: values, 5: values, 20: values });
  fc.assert(
    fc.property(curve, curve, (one, other) => {
      const found = crossover(one, other);
      const turned = crossover(other, one);
      expect(turned.kind).toBe(found.kind);
      if (found.kind !== 'crosses' || found.interval === null) return;
      expect(found.users).toBeGreaterThanOrEqual(found.interval.low);
      expect(found.users).toBeLessThanOrEqual(found.interval.high);
      expect(found.interval.low).toBeGreaterThanOrEqual(1);
      expect(found.interval.high).toBeLessThanOrEqual(20);
      expect(turned.users).toBeCloseTo(found.users ?? 0, 9);
    }),
  );
});

test('a level that is invalid on one side takes no part', () => {
  const stages = [
    ...scalingStages('a', { 1: [10], 5: [100], 10: [200] }),
    ...scalingStages('b', { 5: [50], 10: [60] }),
    scalingStage('b', 1, 1, { outputThroughput: 40, verdict: 'invalid' }),
  ];
  const result = scalingResult(stages);
  const [found] = crossoversOf({ analysis: { ...result.analysis, scaling: scalingOf(result) } });
  expect(found).toMatchObject({ kind: 'none', above: 'a' });
});
