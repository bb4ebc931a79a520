import { expect, test } from 'vitest';
import { Flight } from '../transport/flight.ts';
import { addAsked, meanOfSum, nothingAsked, withFlight } from './server-asked-totals.ts';

/** Four tokens in three events: one, two, one; 100 us to the first, 60 us from first to last. */
function answered(changes: Partial<Flight> = {}): Flight {
  const flight = new Flight({ index: 0, user: 0, scheduled: null, warmup: true, firstWave: false });
  return Object.assign(flight, {
    sent: 1000,
    firstToken: 1100,
    lastToken: 1160,
    events: 3,
    outputTokens: 4,
    firstEventTokens: 1,
    status: 'completed',
    ...changes,
  });
}

test('a warm-up request counts like any other', () => {
  expect(withFlight(nothingAsked, answered())).toEqual({
    completed: 1,
    failed: 0,
    cut: 0,
    outputTokens: 4,
    withoutCount: 0,
    timeToFirstToken: { count: 1, sum: 100 },
    tokenGaps: { count: 3, sum: 60 },
    eventGaps: { count: 2, sum: 60 },
  });
});

test('cut and failed requests are counted and nothing else of them is', () => {
  const totals = [answered({ status: 'cut' }), answered({ status: 'failed' })].reduce(
    withFlight,
    nothingAsked,
  );
  expect(totals).toEqual({ ...nothingAsked, cut: 1, failed: 1 });
});

test('an answer whose tokens are not known is counted as such, with its event gaps alone', () => {
  const totals = withFlight(nothingAsked, answered({ outputTokens: -1, firstEventTokens: -1 }));
  expect(totals).toMatchObject({ outputTokens: 0, withoutCount: 1, tokenGaps: { count: 0 } });
  expect(totals.eventGaps).toEqual({ count: 2, sum: 60 });
});

test('as many events as tokens means one token each, though the stream does not say so', () => {
  const totals = withFlight(nothingAsked, answered({ firstEventTokens: -1, events: 4 }));
  expect(totals.tokenGaps).toEqual({ count: 3, sum: 60 });
});

test('an answer of one token has no gap, and an empty one no time to first token', () => {
  const one = answered({ events: 1, outputTokens: 1, lastToken: 1100 });
  const empty = answered({ events: 0, outputTokens: 0, firstToken: -1, lastToken: -1 });
  const totals = [one, empty].reduce(withFlight, nothingAsked);
  expect(totals).toMatchObject({ completed: 2, timeToFirstToken: { count: 1 }, tokenGaps: { count: 0 } });
});

test('what several workers asked adds up', () => {
  const left = withFlight(nothingAsked, answered());
  const right = [answered(), answered({ status: 'cut' })].reduce(withFlight, nothingAsked);
  expect(addAsked(left, right)).toEqual(
    [answered(), answered(), answered({ status: 'cut' })].reduce(withFlight, nothingAsked),
  );
});

test('the mean of nothing is unknown', () => {
  expect(meanOfSum({ count: 0, sum: 0 })).toBeNull();
  expect(meanOfSum({ count: 4, sum: 10 })).toBe(2.5);
});
