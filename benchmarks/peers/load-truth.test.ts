import { expect, test } from 'vitest';
import { readLoadTruth } from './load-truth.ts';

const steps = { kind: 'steps', stepMillis: 10, firstTokenMillis: 50 } as const;

test('instants of the simulated server are moved to the clock of the machine', () => {
  const answer = {
    zeroMonotonicMicros: 1_000,
    requests: [
      { arrival: 30, lastToken: 90, events: 3 },
      { arrival: 20, lastToken: 70, events: 2 },
      { arrival: 25, lastToken: null, events: 0 },
    ],
    timeToFirstToken: { mean: 12 },
    gap: { p99: 7 },
  };
  expect(readLoadTruth(steps, answer)).toEqual({
    requests: 3,
    events: 5,
    firstRequest: 1_020,
    lastToken: 1_090,
    firstTokenMean: 12,
    gapP99: 7,
  });
});

test('a server that saw no request has no truth', () => {
  const nothing = {
    zeroMonotonicMicros: 0,
    requests: [],
    timeToFirstToken: { mean: null },
    gap: { p99: null },
  };
  expect(readLoadTruth(steps, nothing)).toBeNull();
  expect(readLoadTruth({ kind: 'unpaced' }, { requests: 0, firstMicros: 0, lastMicros: 0 })).toBeNull();
});

test('short streams have four tokens each', () => {
  expect(readLoadTruth({ kind: 'unpaced' }, { requests: 3, firstMicros: 5, lastMicros: 9 })).toMatchObject({
    requests: 3,
    events: 12,
    firstTokenMean: null,
  });
});
