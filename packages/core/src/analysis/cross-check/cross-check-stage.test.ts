import { expect, test } from 'vitest';
import { type AskedTotals, nothingAsked } from '../../measurement/server-asked-totals.ts';
import { emptyReading } from '../../measurement/server-metrics.ts';
import { sampleOf } from '../../measurement/server-observation.ts';
import type { CrossCheck } from '../../result/cross-check-schema.ts';
import { crossCheckSchema } from '../../result/cross-check-schema.ts';
import { describeServer } from '../../result/describe-server.ts';
import type { ServerLatency, ServerView } from '../../result/stage-schema.ts';
import { crossCheckFindings } from './cross-check-findings.ts';
import { crossCheckStage } from './cross-check-stage.ts';

const latency = (count: number, mean: number): ServerLatency => {
  const none = { estimate: null, low: null, high: null, reason: 'not in this test' };
  return { count, mean, p50: none, p95: none, p99: none, reason: null };
};

/** 100 answers of 20 tokens; 200 ms to the first token, then 10 ms each, as the server has it. */
function serverView(changes: Partial<ServerView> = {}): ServerView {
  const engine = { ...emptyReading, engine: 'vllm' as const };
  const spans = { whole: { start: 1, end: 2 }, window: null };
  const samples = [sampleOf(engine, 0, 0), sampleOf(engine, 3, 3)];
  const view = describeServer({ samples, missed: 0, reason: null }, spans);
  if (view === null) throw new Error('a server with an engine has a view');
  return {
    ...view,
    requestsFinished: 100,
    generationTokens: 2000,
    timeToFirstToken: latency(100, 200_000),
    interTokenLatency: latency(1900, 10_000),
    ...changes,
  };
}

/** The same as its client has it, 5 ms later. */
const asked = (changes: Partial<AskedTotals> = {}): AskedTotals => ({
  ...nothingAsked,
  completed: 100,
  outputTokens: 2000,
  timeToFirstToken: { count: 100, sum: 100 * 205_000 },
  tokenGaps: { count: 1900, sum: 1900 * 10_020 },
  eventGaps: { count: 1900, sum: 1900 * 10_020 },
  ...changes,
});

const errors = { roundTripMicros: 200, clientDelayMicros: 100 };
const meanOf = (count: number, mean: number) => ({ count, sum: count * mean });

function check(
  code: CrossCheck['code'],
  client: Partial<AskedTotals>,
  server: Partial<ServerView> = {},
): CrossCheck {
  const checks = crossCheckStage({ asked: asked(client), server: serverView(server), errors });
  const found = checks.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no check of ${code}`);
  return crossCheckSchema.parse(found);
}

const findings = (client: Partial<AskedTotals>, server: Partial<ServerView> = {}): readonly string[] =>
  crossCheckFindings(crossCheckStage({ asked: asked(client), server: serverView(server), errors })).map(
    ({ reason }) => reason.code,
  );

test('a client that sees each answer some milliseconds after the server agrees with it in everything', () => {
  const checks = crossCheckStage({ asked: asked(), server: serverView(), errors });
  expect(checks.map(({ code, explained }) => [code, explained])).toEqual([
    ['requests', true],
    ['generation-tokens', true],
    ['time-to-first-token', true],
    ['inter-token-latency', true],
  ]);
  expect(crossCheckFindings(checks)).toEqual([]);
});

test('requests of somebody else are told, with their number, and make latencies incomparable', () => {
  const shared = { requestsFinished: 140, generationTokens: 9000, timeToFirstToken: latency(140, 500_000) };
  const requests = check('requests', {}, shared);
  expect(requests).toMatchObject({ explained: false, client: 100, server: 140 });
  expect(requests.message).toBe('somebody else used the server during the stage: 40 requests more than ours');
  expect(check('time-to-first-token', {}, shared).explained).toBeNull();
  expect(check('generation-tokens', {}, shared).explained).toBeNull();
  expect(findings({}, shared)).toEqual(['server-shared']);
});

test('requests that were cut or failed may be in the count of the server or not', () => {
  for (const requestsFinished of [100, 103, 105]) {
    expect(check('requests', { cut: 3, failed: 2 }, { requestsFinished }).explained).toBe(true);
  }
  expect(check('requests', { cut: 3, failed: 2 }, { requestsFinished: 106 }).message).toContain(
    ': 1 request more',
  );
});

test('a server that counts fewer requests than it answered is one of several, or was restarted', () => {
  expect(check('requests', {}, { requestsFinished: 50 }).message).toContain('50 requests fewer');
  expect(findings({}, { requestsFinished: 50 })).toContain('server-counts-fewer-requests');
});

test('a server whose counters stand still although it answers is no second opinion', () => {
  const still = { requestsFinished: 0, generationTokens: 0 };
  expect(check('requests', {}, still)).toMatchObject({ explained: null, client: 100, server: 0 });
  expect(check('generation-tokens', {}, still).explained).toBeNull();
  expect(findings({}, still)).toEqual([]);
});

test('tokens that differ by more than what a server throws away at a stop are found, either way', () => {
  expect(check('generation-tokens', {}, { generationTokens: 2009 }).explained).toBe(true);
  expect(findings({}, { generationTokens: 2100 })).toEqual(['server-counts-other-tokens']);
  expect(findings({}, { generationTokens: 1900 })).toEqual(['server-counts-other-tokens']);
});

test('tokens of cut answers explain a higher count of the server, never a lower one', () => {
  const cut = { cut: 2 };
  expect(check('generation-tokens', cut, { requestsFinished: 102, generationTokens: 2030 }).explained).toBe(
    true,
  );
  expect(check('generation-tokens', cut, { requestsFinished: 102, generationTokens: 1900 }).explained).toBe(
    false,
  );
});

test('answers without a token count leave the tokens uncompared', () => {
  expect(check('generation-tokens', { withoutCount: 1 })).toMatchObject({ client: null, explained: null });
});

test('a server that was not read around the stage has incomplete counts', () => {
  const late = { offBy: { start: 300, end: 100 }, requestsFinished: 99 };
  expect(check('requests', {}, late).explained).toBeNull();
  expect(check('generation-tokens', {}, late).explained).toBeNull();
  expect(findings({}, late)).toEqual([]);
});

test('a first token before the server has it is impossible but for 2 ms of stamps', () => {
  expect(check('time-to-first-token', { timeToFirstToken: meanOf(100, 198_500) }).explained).toBe(true);
  const early = check('time-to-first-token', { timeToFirstToken: meanOf(100, 197_000) });
  expect(early.explained).toBe(false);
  expect(early.message).toContain('before the server has it');
});

test('a first token later than the way explains is told: 50 ms or a fifth, and what is known of way and client', () => {
  expect(check('time-to-first-token', { timeToFirstToken: meanOf(100, 250_250) }).explained).toBe(true);
  expect(check('time-to-first-token', { timeToFirstToken: meanOf(100, 250_350) }).explained).toBe(false);
  const slow = { timeToFirstToken: latency(100, 1_000_000) };
  expect(check('time-to-first-token', { timeToFirstToken: meanOf(100, 1_199_000) }, slow).explained).toBe(
    true,
  );
});

test('latencies judge no trust: on a busy host the way alone can take them apart', () => {
  expect(findings({ timeToFirstToken: meanOf(100, 900_000), tokenGaps: meanOf(1900, 20_000) })).toEqual([]);
});

test('means over other numbers of observations are not compared', () => {
  const other = check('time-to-first-token', {}, { timeToFirstToken: latency(110, 200_000) });
  expect(other).toMatchObject({ explained: null, allowed: null });
  expect(other.message).toBe('not the same observations: 100 of the client, 110 of the server');
});

test('times between tokens agree within 1 ms or a twentieth', () => {
  expect(check('inter-token-latency', { tokenGaps: meanOf(1900, 11_000) }).explained).toBe(true);
  expect(check('inter-token-latency', { tokenGaps: meanOf(1900, 12_000) }).explained).toBe(false);
  expect(check('inter-token-latency', { tokenGaps: meanOf(1900, 8_000) }).explained).toBe(false);
});

test('a server that observes one time per step of several tokens is compared with the times between events', () => {
  const steps = { interTokenLatency: latency(500, 38_000) };
  const found = check('inter-token-latency', { eventGaps: meanOf(500, 38_100) }, steps);
  expect(found).toMatchObject({ explained: true });
  expect(found.client).toBeCloseTo(38_100, 6);
});

test('what the server does not measure is not compared, with its reason', () => {
  const none = { ...latency(0, 0), count: null, mean: null, reason: 'the server has no such histogram' };
  const found = check('time-to-first-token', {}, { timeToFirstToken: none });
  expect(found).toMatchObject({ explained: null, server: null, message: 'the server has no such histogram' });
});
