import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trustSchema } from '../result/stage-schema.ts';
import { micros } from '../units/units.ts';
import { judgeTrust } from './judge-trust.ts';
import type { TrustInput } from './trust-input.ts';

const healthy: TrustInput = {
  status: 'completed',
  counts: { planned: 100, dispatched: 100, dropped: 0, late: 0, completed: 100, failed: 0, cut: 0 },
  windowMicros: micros(60_000_000),
  completedInWindow: 95,
  errorRate: 0,
  cpuShare: 0.3,
  eventLoopDelayP99Micros: micros(400),
  readWaitP99Micros: micros(100),
  firstTokenWaitMicros: micros(80),
  ttftMeanMicros: micros(82_000),
  pausedMicros: micros(100_000),
  wholeMicros: micros(62_000_000),
  connectionWaits: 0,
  eventsPerSecond: 4_000,
  ceilingEventsPerSecond: 80_000,
  startLagP99Micros: null,
  ttftP50Micros: micros(80_000),
  tokenGapP50Micros: micros(12_000),
  tokenSource: 'usage',
  coldMeanTtftMicros: micros(90_000),
  warmMeanTtftMicros: micros(80_000),
  warmedUp: true,
  concurrencyMean: 4.99,
  plannedUsers: 5,
  simulatedOrSameHost: false,
  unsteady: null,
};

const open = { plannedUsers: null, concurrencyMean: 3 };
const counts = (changed: Partial<TrustInput['counts']>) => ({ counts: { ...healthy.counts, ...changed } });

test('a healthy stage is valid and needs no reason', () => {
  expect(judgeTrust(healthy)).toEqual({ verdict: 'valid', reasons: [] });
});

test('five requests of a single user are a valid stage, short as it is', () => {
  const single = {
    ...healthy,
    ...counts({ completed: 5 }),
    completedInWindow: 5,
    windowMicros: micros(800_000),
  };
  expect(judgeTrust({ ...single, plannedUsers: 1, concurrencyMean: 0.99 }).verdict).toBe('valid');
});

test('what is unknown is not judged', () => {
  const unknown = {
    errorRate: null,
    cpuShare: null,
    eventLoopDelayP99Micros: null,
    ttftP50Micros: null,
    tokenGapP50Micros: null,
    coldMeanTtftMicros: null,
    warmMeanTtftMicros: null,
    concurrencyMean: null,
    plannedUsers: null,
  };
  expect(judgeTrust({ ...healthy, ...unknown })).toEqual({ verdict: 'valid', reasons: [] });
});

test.each<[string, Partial<TrustInput>, 'valid' | 'suspect' | 'invalid', string | null]>([
  ['a client at 85 % of a core', { cpuShare: 0.85 }, 'valid', null],
  ['a client at 86 % of a core', { cpuShare: 0.86 }, 'suspect', 'client-busy'],
  ['a client at 96 % of a core', { cpuShare: 0.96 }, 'invalid', 'client-busy'],
  [
    'a client at 99 % of a core for a fifth of a second',
    { cpuShare: 0.99, windowMicros: micros(200_000) },
    'suspect',
    'client-busy',
  ],
  [
    'first tokens that waited 4.1 ms of 82 ms on average',
    { firstTokenWaitMicros: micros(4_100), readWaitP99Micros: null },
    'valid',
    null,
  ],
  [
    'first tokens that waited 4.2 ms of 82 ms on average',
    { firstTokenWaitMicros: micros(4_200) },
    'suspect',
    'reads-waited',
  ],
  [
    'first tokens that waited a quarter of what they took',
    { firstTokenWaitMicros: micros(21_000) },
    'invalid',
    'reads-waited',
  ],
  [
    'the same in a fifth of a second',
    { firstTokenWaitMicros: micros(21_000), windowMicros: micros(200_000) },
    'suspect',
    'reads-waited',
  ],
  ['events that waited 1 ms', { readWaitP99Micros: micros(1_000) }, 'valid', null],
  ['events that waited 1.1 ms', { readWaitP99Micros: micros(1_100) }, 'suspect', 'reads-waited'],
  [
    'events that waited 1.1 ms beside gaps of 50 ms',
    { readWaitP99Micros: micros(1_100), tokenGapP50Micros: micros(50_000) },
    'valid',
    null,
  ],
  ['a hundredth of the time in collections', { pausedMicros: micros(620_000) }, 'valid', null],
  [
    'more than a hundredth of the time in collections',
    { pausedMicros: micros(630_000) },
    'suspect',
    'garbage-collection',
  ],
  ['events up to what this host was calibrated for', { eventsPerSecond: 80_000 }, 'valid', null],
  ['events beyond it', { eventsPerSecond: 80_001 }, 'suspect', 'beyond-ceiling'],
  ['events on a host that was not calibrated', { ceilingEventsPerSecond: null }, 'valid', null],
  ['a tenth of the requests on new connections', { connectionWaits: 10 }, 'valid', null],
  [
    'more than a tenth of the requests on new connections',
    { connectionWaits: 11 },
    'suspect',
    'connection-waits',
  ],
  ['an event loop 1 ms late', { eventLoopDelayP99Micros: micros(1_000) }, 'valid', null],
  ['an event loop 1.1 ms late', { eventLoopDelayP99Micros: micros(1_100) }, 'suspect', 'event-loop-delay'],
  ['an event loop 25 ms late', { eventLoopDelayP99Micros: micros(25_000) }, 'invalid', 'event-loop-delay'],
  [
    'an event loop 2 ms late beside gaps of 50 ms',
    { eventLoopDelayP99Micros: micros(2_000), tokenGapP50Micros: micros(50_000) },
    'valid',
    null,
  ],
  [
    'an event loop 3 ms late beside an unknown gap',
    { eventLoopDelayP99Micros: micros(3_000), tokenGapP50Micros: null },
    'valid',
    null,
  ],
  ['starts 4 ms late', { ...open, startLagP99Micros: micros(4_000) }, 'valid', null],
  ['starts 5 ms late', { ...open, startLagP99Micros: micros(5_000) }, 'suspect', 'start-lag'],
  [
    'starts 2.1 ms late before first tokens of 8 ms',
    { ...open, startLagP99Micros: micros(2_100), ttftP50Micros: micros(8_000) },
    'suspect',
    'start-lag',
  ],
  ['starts 21 ms late', { ...open, startLagP99Micros: micros(21_000) }, 'invalid', 'start-lag'],
  [
    'starts 20 ms late before first tokens of 1 s',
    { ...open, startLagP99Micros: micros(20_000), ttftP50Micros: micros(1_000_000) },
    'valid',
    null,
  ],
  ['one dropped of a hundred', { ...open, ...counts({ dropped: 1, dispatched: 99 }) }, 'valid', null],
  ['two dropped of a hundred', { ...open, ...counts({ dropped: 2, dispatched: 98 }) }, 'suspect', 'dropped'],
  ['1 % errors', { errorRate: 0.01 }, 'valid', null],
  ['2 % errors', { errorRate: 0.02 }, 'suspect', 'errors'],
  ['51 % errors', { errorRate: 0.51 }, 'invalid', 'errors'],
  ['no window', { windowMicros: null, completedInWindow: 0 }, 'suspect', 'no-window'],
  ['a window in which nothing ended', { completedInWindow: 0 }, 'suspect', 'too-few-requests'],
  [
    '14 requests of 5 users in half a second',
    { windowMicros: micros(500_000), completedInWindow: 14 },
    'suspect',
    'short-window',
  ],
  [
    '15 requests of 5 users in half a second',
    { windowMicros: micros(500_000), completedInWindow: 15 },
    'valid',
    null,
  ],
  ['4 requests of 5 users in a minute', { completedInWindow: 4 }, 'suspect', 'short-window'],
  ['4.4 of 5 users in flight', { concurrencyMean: 4.4 }, 'suspect', 'concurrency-not-held'],
  ['4.5 of 5 users in flight', { concurrencyMean: 4.5 }, 'valid', null],
  [
    'a cold start after no warm-up',
    { warmedUp: false, coldMeanTtftMicros: micros(40_000_000) },
    'suspect',
    'cold-start',
  ],
  [
    'a cold start that a warm-up took',
    { warmedUp: true, coldMeanTtftMicros: micros(40_000_000) },
    'valid',
    null,
  ],
  ['a cold start of 90 ms more', { warmedUp: false, coldMeanTtftMicros: micros(170_000) }, 'valid', null],
  [
    'a cold start of less than twice',
    { warmedUp: false, coldMeanTtftMicros: micros(900_000), warmMeanTtftMicros: micros(500_000) },
    'valid',
    null,
  ],
  ['unknown token counts', { tokenSource: 'unknown' }, 'suspect', 'token-source-unknown'],
  ['an interrupted stage', { status: 'partial' }, 'suspect', 'interrupted'],
  ['a failed stage', { status: 'failed' }, 'invalid', 'stage-failed'],
  [
    'no answer at all',
    {
      ...counts({ completed: 0 }),
      windowMicros: null,
      completedInWindow: 0,
      tokenSource: 'unknown',
      errorRate: null,
    },
    'invalid',
    'no-data',
  ],
])('%s: %s', (_what, changed, verdict, code) => {
  const trust = judgeTrust({ ...healthy, ...changed });
  expect(trust.verdict).toBe(verdict);
  expect(trust.reasons.map((reason) => reason.code)).toEqual(code === null ? [] : [code]);
});

test('reasons carry words, value and limit, and those that make a stage invalid come first', () => {
  const trust = judgeTrust({
    ...healthy,
    status: 'partial',
    errorRate: 0.02,
    cpuShare: 0.97,
    simulatedOrSameHost: true,
  });
  expect(trust).toEqual({
    verdict: 'invalid',
    reasons: [
      {
        code: 'client-busy',
        message: 'the busiest load worker used 97 % of a core; the server ran on the same cores',
        value: 0.97,
        limit: 0.95,
      },
      { code: 'errors', message: '2 % of the requests failed', value: 0.02, limit: 0.01 },
      { code: 'interrupted', message: 'the stage was stopped before its end', value: null, limit: null },
    ],
  });
});

test('a busier client is never trusted more, and every verdict has its reasons', () => {
  const share = fc.double({ min: 0, max: 1.2, noNaN: true });
  const order = { valid: 0, suspect: 1, invalid: 2 };
  fc.assert(
    fc.property(share, share, fc.double({ min: 0, max: 1, noNaN: true }), (left, right, errorRate) => {
      const calm = judgeTrust({ ...healthy, errorRate, cpuShare: Math.min(left, right) });
      const busy = judgeTrust({ ...healthy, errorRate, cpuShare: Math.max(left, right) });
      trustSchema.parse(busy);
      expect(order[busy.verdict]).toBeGreaterThanOrEqual(order[calm.verdict]);
      expect(busy.reasons.length > 0).toBe(busy.verdict !== 'valid');
    }),
  );
});
