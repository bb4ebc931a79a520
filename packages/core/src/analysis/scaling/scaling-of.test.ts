import { expect, test } from 'vitest';
import { scalingSchema } from '../../result/analysis/scaling-schema.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { scalingOf } from './scaling-of.ts';
import { scalingResult, scalingStage, scalingStages } from './testing/scaling-result.ts';

/** The tables of a report that people know: one run of each level. */
const vllm = { 1: [12.53], 5: [371.64], 10: [731.96], 20: [1185.61], 50: [2832.3] };
const sglang = { 1: [48.6], 5: [136.23], 10: [190.34], 20: [225.48], 50: [268.17] };

test('one user comes from the single-user suite, and efficiency is against it', () => {
  const [scaling] = scalingOf(scalingResult(scalingStages('sglang', sglang)));
  expect(scaling?.base).toBe(1);
  expect(scaling?.points.map(({ users, suite }) => [users, suite])).toEqual([
    [1, 'single-user'],
    [5, 'concurrency'],
    [10, 'concurrency'],
    [20, 'concurrency'],
    [50, 'concurrency'],
  ]);
  expect(scaling?.points.map((point) => point.efficiency?.toFixed(3))).toEqual([
    '1.000',
    '0.561',
    '0.392',
    '0.232',
    '0.110',
  ]);
  expect(scaling?.points.every(({ low, high }) => low === null && high === null)).toBe(true);
});

test('without one user the fewest users are the base: 50 users keep 76 % of the speed at five', () => {
  const { 1: _, ...heavier } = vllm;
  const [scaling] = scalingOf(scalingResult(scalingStages('vllm', heavier)));
  expect(scaling?.base).toBe(5);
  expect(scaling?.points.at(-1)?.efficiency).toBeCloseTo(0.762, 3);
});

test('a one-user level of the concurrency suite itself is preferred to the single-user suite', () => {
  const own = scalingStage('a', 1, 1, {
    id: '2-concurrency/1-users/a/repeat-1',
    suite: 'concurrency',
    outputThroughput: 50,
  });
  const stages = [...scalingStages('a', { 1: [80], 5: [200] }), own];
  const [scaling] = scalingOf(scalingResult(stages));
  expect(scaling?.points.map(({ users, throughput }) => [users, throughput])).toEqual([
    [1, 50],
    [5, 200],
  ]);
});

test('repeats give a mean and a t interval, and weigh in the fit', () => {
  const [scaling] = scalingOf(scalingResult(scalingStages('a', { 5: [98, 100, 102] })));
  const [point] = scaling?.points ?? [];
  expect(point).toMatchObject({ throughput: 100, repeats: 3, trust: 'valid' });
  // t(0.975, 2) = 4.303, standard error 2 / sqrt(3).
  expect(point?.low).toBeCloseTo(100 - 4.303 * (2 / Math.sqrt(3)), 2);
  expect(point?.high).toBeCloseTo(100 + 4.303 * (2 / Math.sqrt(3)), 2);
});

test('an invalid repeat is left out; a level with none but invalid ones is shown and not fitted', () => {
  const stages = [
    ...scalingStages('a', { 1: [50], 5: [200], 10: [300] }),
    scalingStage('a', 5, 2, { outputThroughput: 1, verdict: 'invalid' }),
    scalingStage('a', 20, 1, { outputThroughput: 9999, verdict: 'invalid' }),
  ];
  const [scaling] = scalingOf(scalingResult(stages));
  expect(scaling?.points.map(({ throughput, trust }) => [throughput, trust])).toEqual([
    [50, 'valid'],
    [200, 'valid'],
    [300, 'valid'],
    [9999, 'invalid'],
  ]);
  expect(scaling?.usl?.relativeError).toBeLessThan(0.1);
  expect(scaling?.reasons.knee).toBe('too-few-levels');
});

test('one level, or none that is usable, is a point without fits and with reasons', () => {
  const [one] = scalingOf(scalingResult(scalingStages('a', { 5: [200] })));
  expect(one).toMatchObject({
    usl: null,
    knee: null,
    saturation: null,
    reasons: { usl: 'too-few-levels', knee: 'too-few-levels', saturation: 'too-few-levels' },
  });
  const invalid = [1, 5, 10, 20].map((users) =>
    scalingStage('a', users, 1, { outputThroughput: 10, verdict: 'invalid' }),
  );
  expect(scalingOf(scalingResult(invalid))[0]).toMatchObject({ base: null, usl: null });
  expect(scalingOf(scalingResult(invalid))[0]?.points.every(({ efficiency }) => efficiency === null)).toBe(
    true,
  );
});

test('a target without a closed loop or without a known rate has no scaling', () => {
  const unknown = scalingStage('a', 5, 1, { outputThroughput: null });
  expect(scalingOf(scalingResult([unknown]))).toEqual([]);
});

test('a table that gives one user only the speed of his requests still has its first point', () => {
  const alone = scalingStage('a', 1, 1, { requestSpeed: 12.53 });
  const [scaling] = scalingOf(scalingResult([alone, ...scalingStages('a', { 5: [371.64] })]));
  expect(scaling?.points.map(({ throughput }) => throughput)).toEqual([12.53, 371.64]);
  const heavier = scalingStage('a', 5, 1, { requestSpeed: 70 });
  expect(scalingOf(scalingResult([heavier]))).toEqual([]);
});

const secondSuite = (users: readonly number[]): Stage[] =>
  users.map((count) =>
    scalingStage('a', count, 1, { id: `3-concurrency/${count}-users/a/repeat-1`, outputThroughput: count }),
  );
const usersOfCurve = (stages: readonly Stage[]): number[] | undefined =>
  scalingOf(scalingResult(stages))[0]?.points.map(({ users }) => users);

test('suites that ask for other work are not mixed: the longer one makes the curve', () => {
  const longer = secondSuite([2, 4, 8]).map((stage) => ({
    ...stage,
    prompts:
      stage.prompts === null
        ? null
        : { ...stage.prompts, outputTokens: { kind: 'fixed' as const, value: 7 } },
  }));
  expect(usersOfCurve([...scalingStages('a', { 5: [200], 10: [300] }), ...longer])).toEqual([2, 4, 8]);
});

test('suites that ask for the same are one curve, unless they have a level in common', () => {
  const first = scalingStages('a', { 5: [200], 10: [300] });
  expect(usersOfCurve([...first, ...secondSuite([2, 8])])).toEqual([2, 5, 8, 10]);
  expect(usersOfCurve([...first, ...secondSuite([2, 4, 5])])).toEqual([2, 4, 5]);
});

test('every scaling fits the schema', () => {
  const result = scalingResult([...scalingStages('vllm', vllm), ...scalingStages('sglang', sglang)]);
  for (const scaling of scalingOf(result)) expect(scalingSchema.parse(scaling)).toEqual(scaling);
});
