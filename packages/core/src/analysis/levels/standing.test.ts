import { expect, test } from 'vitest';
import type { Comparison } from '../../result/analysis/comparison-schema.ts';
import { headlineStanding, standingOf } from './standing.ts';

const comparison = (changes: Partial<Comparison>): Comparison => ({
  metric: 'outputThroughput',
  suite: 'concurrency',
  level: null,
  load: '5 users',
  language: 'en',
  baseline: 'a',
  candidate: 'b',
  unit: 'tok/s',
  better: 'higher',
  baselineValue: 100,
  candidateValue: 200,
  ratio: 2,
  repeats: 3,
  interval: { low: 1.9, high: 2.1, method: 't', over: 'repeats', values: null },
  probability: null,
  adjusted: null,
  detectableRatio: null,
  distribution: null,
  winner: 'b',
  verdict: 'candidate',
  reason: null,
  reasonCode: null,
  ...changes,
});
const open = { winner: null, verdict: 'inconclusive', interval: null } as const;

test('a winning candidate is ahead by the ratio as it is', () => {
  expect(standingOf(comparison({}))).toEqual({
    kind: 'won',
    ahead: 'b',
    behind: 'a',
    factor: 2,
    low: 1.9,
    high: 2.1,
    over: 'repeats',
  });
});

test('a ratio below 1 is turned, its ends with it', () => {
  const interval = { low: 0.4, high: 0.625, method: 't', over: 'repeats', values: null } as const;
  const won = standingOf(comparison({ ratio: 0.5, interval, winner: 'a', verdict: 'baseline' }));
  expect(won).toMatchObject({ ahead: 'a', behind: 'b', factor: 2, low: 1.6, high: 2.5 });
});

test.each([
  { better: 'higher' as const, ahead: 'b' },
  { better: 'lower' as const, ahead: 'a' },
])('without a winner the one with the better value is ahead where $better is better', ({ better, ahead }) => {
  const standing = standingOf(comparison({ ...open, better, reasonCode: 'one-repeat' }));
  expect(standing).toMatchObject({ kind: 'inconclusive', reason: 'one-repeat', seen: { ahead, factor: 2 } });
});

test.each(['stage-invalid', 'stage-failed'] as const)(
  'of a comparison with %s not even the ratio is seen',
  (reasonCode) => {
    expect(standingOf(comparison({ ...open, reasonCode }))).toEqual({
      kind: 'inconclusive',
      reason: reasonCode,
      seen: null,
    });
  },
);

test('no difference keeps its interval, but for one that the correction alone decided', () => {
  const none = { winner: null, verdict: 'no-significant-difference' } as const;
  expect(standingOf(comparison({ ...none, reasonCode: 'interval-includes-one' }))).toMatchObject({
    low: 1.9,
  });
  expect(standingOf(comparison({ ...none, reasonCode: 'not-after-correction' }))).toMatchObject({
    low: null,
  });
});

test('the headline of several comparisons is the clearest win', () => {
  const several = [comparison(open), comparison({}), comparison({ candidate: 'c', winner: 'c', ratio: 3 })];
  expect(headlineStanding(several)).toMatchObject({ kind: 'won', ahead: 'c' });
  expect(headlineStanding([])).toEqual({ kind: 'not-compared' });
});
