import { expect, test } from 'vitest';
import { fail } from '../transport/exchange.ts';
import { Flight } from '../transport/flight.ts';
import { ErrorTally } from './error-tally.ts';

const failed = (detail: string, sample = ''): Flight => {
  const flight = new Flight({ index: 0, user: 0, scheduled: null, warmup: false, firstWave: false });
  fail(flight, 'http-status', detail, sample);
  return flight;
};

test('failures are counted by class and detail, the first sample is kept, the most frequent come first', () => {
  const tally = new ErrorTally();
  for (const flight of [
    failed('500', 'first'),
    failed('429'),
    failed('429'),
    failed('500', 'second'),
    failed('429'),
  ])
    tally.take(flight);
  expect(tally.list().map(({ detail, count, sample }) => [detail, count, sample])).toEqual([
    ['429', 3, ''],
    ['500', 2, 'first'],
  ]);
});

test('a known kind is still counted as itself when there are a hundred kinds', () => {
  const tally = new ErrorTally();
  for (let kind = 0; kind < 150; kind++) tally.take(failed(`kind ${kind}`));
  tally.take(failed('kind 3'));
  const list = tally.list();
  expect(list.length).toBeLessThanOrEqual(101);
  expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(151);
  expect(list.find(({ detail }) => detail === 'other')?.count).toBe(50);
  expect(list.find(({ detail }) => detail === 'kind 3')?.count).toBe(2);
});
