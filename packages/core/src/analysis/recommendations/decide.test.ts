import { expect, test } from 'vitest';
import type { DecidingCell } from '../../result/analysis/judgement-schema.ts';
import { decide } from './decide.ts';

const cell = (changes: Partial<DecidingCell>): DecidingCell => ({
  metric: 'outputThroughput',
  suite: 'concurrency',
  load: '5 users',
  users: 5,
  unit: 'tok/s',
  better: 'higher',
  decides: true,
  values: [],
  ratio: null,
  interval: null,
  verdict: 'inconclusive',
  winner: null,
  reason: 'one-repeat',
  ...changes,
});
const wins = (winner: string) => cell({ verdict: 'winner', winner, reason: null });
const noDifference = cell({ verdict: 'no-difference', reason: 'interval-includes-one' });
const open = cell({});
const missing = cell({ verdict: 'not-measured', reason: 'not-measured' });

test.each([
  { what: 'one name', cells: [wins('a'), open], outcome: 'choice', choice: 'a' },
  { what: 'the same name twice', cells: [wins('a'), wins('a')], outcome: 'choice', choice: 'a' },
  { what: 'two names', cells: [wins('a'), wins('b')], outcome: 'contradictory', choice: null },
  { what: 'no difference', cells: [noDifference, open], outcome: 'no-measured-difference', choice: null },
  { what: 'nothing decided', cells: [missing, open, noDifference], outcome: 'undecided', choice: null },
  { what: 'nothing measured', cells: [missing], outcome: 'not-measured', choice: null },
  { what: 'no cell', cells: [], outcome: 'not-measured', choice: null },
])('$what: $outcome', ({ cells, outcome, choice }) => {
  expect(decide(cells, 2)).toMatchObject({ outcome, choice });
});

test('a cell that only stands beside the others decides nothing', () => {
  expect(decide([open, { ...wins('b'), decides: false }], 2)).toMatchObject({
    outcome: 'undecided',
    reason: 'one-repeat',
  });
});

test('one target is never chosen', () => {
  expect(decide([wins('a')], 1)).toEqual({ outcome: 'not-measured', choice: null, reason: 'one-target' });
});
