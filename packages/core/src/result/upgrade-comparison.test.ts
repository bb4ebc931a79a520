import { expect, test } from 'vitest';
import { comparisonSchema } from './analysis/comparison-schema.ts';
import { upgradeComparison } from './upgrade-comparison.ts';

const earlier = {
  metric: 'outputThroughput',
  suite: 'concurrency',
  load: '5 users',
  language: 'en',
  baseline: 'a',
  candidate: 'b',
  baselineValue: 100,
  candidateValue: 200,
  ratio: 2,
  interval: { low: 1.9, high: 2.1, method: "bootstrap over 5 repeats, no narrower than Student's t" },
  winner: 'b',
  verdict: 'candidate',
  reason: null,
};

test('a comparison of an earlier Kneepoint reads as today, with what it did not know unknown', () => {
  const upgraded = comparisonSchema.parse(upgradeComparison(earlier));
  expect(upgraded).toMatchObject({
    level: null,
    unit: 'tok/s',
    better: 'higher',
    repeats: 5,
    interval: { over: 'repeats', values: null },
    probability: null,
    adjusted: null,
    reasonCode: null,
  });
});

test.each([
  ['the interval includes 1', 'interval-includes-one'],
  ['one repeat says nothing about noise; at least 2 are needed, 3 are better', 'one-repeat'],
  ['repeat 2 of b is invalid', 'stage-invalid'],
  ['repeat 2 of b failed', 'stage-failed'],
  ['b was not measured at this level', 'level-missing'],
  ['ttft of b is unknown', 'value-unknown'],
])('the reason "%s" gets the code %s', (reason, code) => {
  const changed = {
    ...earlier,
    metric: 'ttft',
    interval: null,
    winner: null,
    verdict: 'inconclusive',
    reason,
  };
  const upgraded = comparisonSchema.parse(upgradeComparison(changed));
  expect(upgraded).toMatchObject({ reasonCode: code, unit: 'us', better: 'lower' });
});

test('a comparison of today is left as it is', () => {
  const today = comparisonSchema.parse(upgradeComparison(earlier));
  expect(upgradeComparison(today)).toBe(today);
});
