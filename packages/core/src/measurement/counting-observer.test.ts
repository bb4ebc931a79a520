import { expect, test } from 'vitest';
import type { Flight } from '../transport/flight.ts';
import { newFlight } from '../transport/testing/replay-answer.ts';
import { CountingObserver } from './counting-observer.ts';

/** An observer before a recorder that notes what it is told, and a counter that answers when the test says so. */
function observe(count: (text: string) => Promise<number | null>) {
  const told: [string, number][] = [];
  const recorder = {
    gap: () => undefined,
    left: () => void told.push(['left', 0]),
    ended: (flight: Flight) => void told.push(['ended', flight.outputTokens]),
  };
  return { told, observer: new CountingObserver(recorder, count) };
}
const answer = (change: Partial<Flight>): Flight => Object.assign(newFlight(), change);

test('an answer that the server counted is recorded at once, and nobody counts it again', () => {
  const { told, observer } = observe(() => Promise.reject(new Error('not to be asked')));
  observer.ended(answer({ outputTokens: 7, escapedText: 'text' }));
  expect(told).toEqual([['ended', 7]]);
});

test('an uncounted answer leaves the flight at once and is recorded when its whole text has been counted', async () => {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const texts: string[] = [];
  const { told, observer } = observe((text) => {
    texts.push(text);
    return promise;
  });
  const flight = answer({ escapedText: 'a \\"word\\"\\n\\uD55C' });
  observer.left(flight);
  observer.ended(flight);
  expect(told).toEqual([['left', 0]]);
  resolve(4);
  await observer.settled();
  expect(told).toEqual([
    ['left', 0],
    ['ended', 4],
  ]);
  expect(texts).toEqual(['a "word"\n한']);
  expect(flight.tokenSource).toBe('tokenizer');
});

test('an answer that could not be counted stays unknown', async () => {
  const { told, observer } = observe(async () => null);
  const flight = answer({ escapedText: 'text' });
  observer.ended(flight);
  await observer.settled();
  expect(told).toEqual([['ended', -1]]);
  expect(flight.tokenSource).toBe('unknown');
});
