import { expect, test } from 'vitest';
import {
  type ScoreCategory,
  scoreCategories,
  scorePartNames,
  scoreSchema,
} from '../../result/analysis/judgement-schema.ts';
import type { Result } from '../../result/result-file.ts';
import { dockerTarget, figureOf } from '../audit/testing/audited-result.ts';
import { judgedResult, judgedStages } from '../findings/testing/judged-result.ts';
import { scoreRules, starsOf } from './score-rules.ts';

const three = (value: number): number[] => [value * 0.99, value, value * 1.01];
const clear = {
  one: { 1: three(80), 5: three(370), 50: three(2830) },
  two: { 1: three(48), 5: three(136), 50: three(268) },
};
const scoreOf = (result: Result, category: ScoreCategory, target: string) => {
  const found = result.analysis.scorecard.find((one) => one.category === category && one.target === target);
  if (found === undefined) throw new Error(`there is no score of ${target} in ${category}`);
  return found;
};

test('every part has one rule, and no rule asks more for fewer stars', () => {
  expect(scoreRules.map(({ name }) => name).sort()).toEqual([...scorePartNames].sort());
  for (const { name, bound, limits } of scoreRules) {
    const falling = limits.every((limit, index) => index === 0 || limit <= (limits[index - 1] ?? limit));
    const rising = limits.every((limit, index) => index === 0 || limit >= (limits[index - 1] ?? limit));
    expect(bound === 'at-least' ? falling : rising, name).toBe(true);
  }
});

test.each([
  { name: 'single-user-of-best', value: 0.95, stars: 5 },
  { name: 'single-user-of-best', value: 0.9499, stars: 4 },
  { name: 'single-user-of-best', value: 0.1, stars: 1 },
  { name: 'error-share', value: 0, stars: 5 },
  { name: 'error-share', value: 0.0005, stars: 4 },
  { name: 'deaths', value: 1, stars: 1 },
  { name: 'failures-before-ready', value: 1, stars: 3 },
])('$name of $value has $stars stars', ({ name, value, stars }) => {
  const rule = scoreRules.find((one) => one.name === name);
  if (rule === undefined) throw new Error(`there is no rule ${name}`);
  expect(starsOf(rule, value)).toBe(stars);
});

test('speeds are shares of the best target', () => {
  const result = judgedResult({ stages: judgedStages(clear) });
  expect(scoreOf(result, 'single-user-speed', 'one')).toMatchObject({ stars: 5 });
  expect(scoreOf(result, 'single-user-speed', 'two')).toMatchObject({
    stars: 3,
    parts: [{ name: 'single-user-of-best', stars: 3 }],
    missing: ['single-user-of-limit'],
  });
  expect(scoreOf(result, 'concurrency', 'two').stars).toBe(1);
});

test('a target that is not known to be slower than the best has the stars of the best', () => {
  const noisy = judgedStages({ one: { 1: [80, 95, 70] }, two: { 1: [66, 80, 72] } });
  expect(scoreOf(judgedResult({ stages: noisy }), 'single-user-speed', 'two')).toMatchObject({
    stars: 5,
    parts: [{ value: 1 }],
  });
});

test('one target alone has no stars where nothing but the best could be its measure', () => {
  const result = judgedResult({ stages: judgedStages({ one: clear.one }), targets: [{ name: 'one' }] });
  expect(scoreOf(result, 'single-user-speed', 'one')).toMatchObject({ stars: null, reason: 'one-target' });
  expect(scoreOf(result, 'memory', 'one')).toMatchObject({ stars: null });
});

test('a single user who is no steady state has no stars, and is no measure for the other', () => {
  const cold = judgedStages({ one: { 1: [12.5], 5: [371] }, two: { 1: [48.6], 5: [136] } });
  const result = judgedResult({ stages: cold });
  for (const target of ['one', 'two'])
    expect(scoreOf(result, 'single-user-speed', target)).toMatchObject({ stars: null, reason: 'not-steady' });
});

test('stability has the stars of its weakest part', () => {
  const stages = judgedStages(clear, (stage) =>
    stage.target === 'two' && stage.counts !== null
      ? { ...stage, counts: { ...stage.counts, completed: 98, failed: 2 } }
      : stage,
  );
  const result = judgedResult({ stages });
  expect(scoreOf(result, 'stability', 'one').stars).toBe(5);
  expect(scoreOf(result, 'stability', 'two')).toMatchObject({ stars: 2, missing: ['stall'] });
});

test('that no stage failed is no stability where nothing else is known', () => {
  const stages = judgedStages({ one: { 5: [1] } }, (stage) => ({ ...stage, counts: null }));
  expect(scoreOf(judgedResult({ stages }), 'stability', 'one')).toMatchObject({
    stars: null,
    reason: 'not-measured',
  });
});

test('workarounds are counted from the command, and a command that is not known has none', () => {
  const targets = [
    {
      ...dockerTarget('one', 'sglang', ['--attention-backend', 'torch_native', '--disable-cuda-graph']),
      initTime: figureOf(30, 's'),
    },
    { name: 'two', initTime: figureOf(45, 's') },
  ];
  const result = judgedResult({ targets });
  expect(scoreOf(result, 'ease-of-set-up', 'one')).toMatchObject({ stars: 3 });
  expect(scoreOf(result, 'ease-of-set-up', 'two')).toMatchObject({
    stars: 4,
    missing: ['workarounds', 'failures-before-ready'],
  });
});

test('known problems need a version to be known by, and a simulated server has none', () => {
  const targets = [
    { name: 'one', version: '0.32.0' },
    { name: 'two', version: null },
    { name: 'three', version: '1', simulated: true },
  ];
  const result = judgedResult({ targets });
  expect(scoreOf(result, 'compatibility', 'one').stars).toBe(5);
  expect(scoreOf(result, 'compatibility', 'two')).toMatchObject({ stars: null, reason: 'not-measured' });
  expect(scoreOf(result, 'compatibility', 'three')).toMatchObject({ stars: null, reason: 'simulated' });
});

test('every target has every category, in the schema', () => {
  const result = judgedResult({ stages: judgedStages(clear) });
  expect(result.analysis.scorecard).toHaveLength(scoreCategories.length * 2);
  for (const score of result.analysis.scorecard) scoreSchema.parse(score);
});
