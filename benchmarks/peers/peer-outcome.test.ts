import { expect, test } from 'vitest';
import { judgePeer } from './peer-outcome.ts';

const evidence = {
  load: { name: 'A', users: 2, requests: 4, outputTokens: 10, pace: { kind: 'unpaced' } },
  usage: {
    startedMicros: 1_000_000,
    endedMicros: 6_000_000,
    exitCode: 0,
    timedOut: false,
    cpuMicros: 400_000,
    peakResidentBytes: 50e6,
    samples: [
      [1_000_000, 0],
      [3_000_000, 200_000],
      [5_000_000, 300_000],
      [6_000_000, 400_000],
    ] as [number, number][],
  },
  truth: {
    requests: 5,
    events: 50,
    firstRequest: 3_000_000,
    lastToken: 5_000_000,
    firstTokenMean: 50_000,
    gapP99: 10_000,
  },
  reading: { firstTokenMean: { micros: 49_000 }, gapP99: { micros: 12_000 } },
} as const;

test('errors have a sign, and what came before and after the load is told from it', () => {
  expect(judgePeer(evidence)).toEqual({
    cpuMicrosPerEvent: 8_000,
    loadCpuMicrosPerEvent: 2_000,
    eventsPerSecond: 25,
    requestsPerSecond: 2.5,
    firstTokenError: -1_000,
    gapP99Error: 2_000,
    peakResidentBytes: 50e6,
    secondsToFirstRequest: 2,
    secondsAfterLastToken: 1,
    extraRequests: 1,
    reasons: [],
  });
});

test('a figure that a client does not give stays unknown, with the reason', () => {
  const reading = { ...evidence.reading, gapP99: { micros: null, reason: 'it keeps none' } };
  expect(judgePeer({ ...evidence, reading })).toMatchObject({
    firstTokenError: -1_000,
    gapP99Error: null,
    reasons: ['no gap p99: it keeps none'],
  });
});
