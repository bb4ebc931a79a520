import {
  busyInvalidShare,
  busySuspectShare,
  droppedSuspectShare,
  errorInvalidRate,
  errorSuspectRate,
  type LiveProgress,
  startLagFloor,
} from '@kneepoint/core';
import { expect, test } from 'vitest';
import { liveTrust, type TrustSight } from './live-trust.ts';
import { counted, progressWith, rateStage, usersStage } from './testing/run-events.ts';

const healthy = progressWith({ fields: { dispatched: 100, completed: 100 }, clientCpu: 0.2 });
const sight = (changes: Partial<TrustSight> = {}): TrustSight => ({
  stage: usersStage(),
  progress: healthy,
  measuredSeconds: 5,
  measuredCompleted: 100,
  ttft: counted(50_000, 100),
  startLag: [],
  ...changes,
});
const withProgress = (changes: Partial<LiveProgress>): TrustSight =>
  sight({ progress: { ...healthy, ...changes } });
const codes = (given: TrustSight): readonly string[] => liveTrust(given).doubts.map(({ code }) => code);

test('a healthy stage is valid, without a doubt', () => {
  expect(liveTrust(sight())).toEqual({ verdict: 'valid', doubts: [] });
});

test.each([
  [busySuspectShare, 'valid'],
  [busySuspectShare + 0.01, 'suspect'],
  [busyInvalidShare + 0.01, 'invalid'],
] as const)("a client that uses %f of a core is %s, as in the result's verdict", (clientCpu, verdict) => {
  expect(liveTrust(withProgress({ clientCpu })).verdict).toBe(verdict);
});

test('what is unknown of the client is no doubt', () => {
  expect(liveTrust(withProgress({ clientCpu: null })).verdict).toBe('valid');
});

test.each([
  [errorSuspectRate, 'valid'],
  [errorSuspectRate + 0.01, 'suspect'],
  [errorInvalidRate + 0.01, 'invalid'],
] as const)('with a share of %f failed a stage is %s', (share, verdict) => {
  const fields = { ...healthy.fields, completed: 1000 * (1 - share), failed: 1000 * share };
  expect(liveTrust(withProgress({ fields })).verdict).toBe(verdict);
});

test('arrivals that were dropped or came late are doubts of an open loop', () => {
  const stage = rateStage();
  const share = droppedSuspectShare + 0.01;
  const dropped = Math.ceil((100 * share) / (1 - share));
  expect(codes(sight({ stage, progress: { ...healthy, dropped } }))).toEqual(['dropped']);
  expect(codes(sight({ stage, progress: { ...healthy, late: 100 * share } }))).toEqual(['late']);
});

test('late starts are judged against the floor and the median of first tokens, in an open loop alone', () => {
  const stage = rateStage();
  const lagged = (lag: number, ttft: number) => ({
    startLag: counted(lag, 100),
    ttft: counted(ttft, 100),
  });
  expect(liveTrust(sight({ stage, ...lagged(startLagFloor * 0.9, 10_000) })).verdict).toBe('valid');
  expect(liveTrust(sight({ stage, ...lagged(startLagFloor * 1.2, 10_000) })).verdict).toBe('suspect');
  expect(liveTrust(sight({ stage, ...lagged(startLagFloor * 1.2, 100_000) })).verdict).toBe('valid');
  expect(liveTrust(sight({ stage, ...lagged(startLagFloor * 6, 10_000) })).verdict).toBe('invalid');
  expect(liveTrust(sight({ ...lagged(startLagFloor * 6, 10_000) })).verdict).toBe('valid');
});

test('it is too early to judge before every user has an answer, and that is said', () => {
  const early = liveTrust(sight({ measuredCompleted: 3, progress: progressWith({}) }));
  expect(early).toEqual({ verdict: 'too-early', doubts: [{ code: 'few-samples', value: 3, limit: 4 }] });
});

test('it is too early while the warm-up lasts, and in the first second', () => {
  expect(liveTrust(withProgress({ phase: 'warmup' })).verdict).toBe('too-early');
  expect(liveTrust(sight({ measuredSeconds: 0.9 })).verdict).toBe('too-early');
});

test('what speaks against the figures is named though it is too early', () => {
  const busy = sight({ measuredSeconds: 0.5, progress: { ...healthy, clientCpu: 0.99 } });
  expect(liveTrust(busy)).toMatchObject({ verdict: 'too-early', doubts: [{ code: 'client-busy' }] });
});

test('a stage that has drained with fewer answers than users is suspect', () => {
  const drained = withProgress({ phase: 'draining' });
  expect(liveTrust({ ...drained, measuredCompleted: 2 })).toMatchObject({
    verdict: 'suspect',
    doubts: [{ code: 'few-samples', value: 2, limit: 4 }],
  });
});

test('a server that fails everything is invalid as soon as every user has heard of it', () => {
  const failing = progressWith({ fields: { dispatched: 4, failed: 4 } });
  expect(liveTrust(sight({ progress: failing, measuredCompleted: 0 })).verdict).toBe('invalid');
});

test('what makes the figures invalid stands before what makes them suspect', () => {
  const fields = { ...healthy.fields, completed: 97, failed: 3 };
  expect(codes(withProgress({ fields, clientCpu: 0.99 }))).toEqual(['client-busy', 'errors']);
  expect(codes(withProgress({ fields: { ...fields, failed: 300 }, clientCpu: 0.9 }))).toEqual([
    'errors',
    'client-busy',
  ]);
});

test('a stage of few requests wants no more answers than it sends', () => {
  const stage = usersStage({ stop: { kind: 'requests', count: 2 } });
  expect(liveTrust(sight({ stage, measuredCompleted: 2 })).verdict).toBe('valid');
});
