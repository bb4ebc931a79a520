import { expect, test } from 'vitest';
import { parseThresholds } from '../plan/thresholds/parse-thresholds.ts';
import type { Stage } from '../result/stage-schema.ts';
import { decideExit } from './decide-exit.ts';
import { exampleStage } from './testing/example-stage.ts';
import { evaluateThresholds } from './thresholds/evaluate-thresholds.ts';

const good = exampleStage({ target: 'a', repeat: 1, outputThroughput: 100 });
const invalid: Stage = {
  ...exampleStage({ target: 'b', repeat: 1, outputThroughput: 100 }),
  trust: {
    verdict: 'invalid',
    reasons: [{ code: 'client-busy', message: 'the client was busy', value: 0.97, limit: 0.95 }],
  },
};
const none = { planned: 5, dispatched: 5, dropped: 0, late: 0, completed: 0, failed: 5, cut: 0 };
const unanswered: Stage = {
  ...exampleStage({ target: 'a', repeat: 1 }),
  status: 'failed',
  statusReason: 'no request completed',
  counts: none,
};
const unreachable: Stage = {
  ...unanswered,
  errors: [{ class: 'connect', detail: 'ECONNREFUSED', count: 5, sample: 'connect ECONNREFUSED' }],
};

function exitOf(stages: readonly Stage[], texts: readonly string[], interrupted = false) {
  const thresholds = evaluateThresholds(parseThresholds(texts), stages);
  return decideExit({ stages: [...stages], thresholds }, interrupted);
}

test('thresholds that are all met end well', () => {
  expect(exitOf([good], ['outputThroughput > 50', 'dropped == 0'])).toEqual({ code: 0, reason: 'finished' });
});

test('a threshold that is not met is exit code 4, with its text, stage, value and limit', () => {
  expect(exitOf([good], ['dropped == 0', 'outputThroughput > 150'])).toEqual({
    code: 4,
    reason:
      'thresholds not met: 1 of 2; "outputThroughput > 150": 100 tok/s is not > 150 tok/s at 1-concurrency/5-users/a/repeat-1',
  });
});

test('a threshold without data is not met', () => {
  expect(exitOf([good], ['users(50).outputThroughput > 1'])).toMatchObject({ code: 4 });
  expect(exitOf([good], ['tpot p95 < 1s']).reason).toContain('no data: ');
});

test('an invalid stage fails the thresholds on it with 4, and is 5 where none is about it', () => {
  expect(exitOf([good, invalid], ['outputThroughput > 50'])).toEqual({
    code: 4,
    reason:
      'thresholds not met: 1 of 1; "outputThroughput > 50": the stage is invalid: the client was busy at 1-concurrency/5-users/b/repeat-1',
  });
  expect(exitOf([good, invalid], ['target(a).outputThroughput > 50']).code).toBe(5);
  expect(exitOf([good, invalid], []).code).toBe(5);
  expect(decideExit({ stages: [good, invalid] }, false).code).toBe(5);
});

test('without any answer there is nothing to hold a threshold against, so 5 comes before 4', () => {
  expect(exitOf([unanswered], ['outputThroughput > 50']).code).toBe(5);
  expect(exitOf([good, unanswered], ['outputThroughput > 50']).code).toBe(4);
});

test('a dead target and an interruption come before any threshold', () => {
  expect(exitOf([good, unreachable], ['outputThroughput > 150']).code).toBe(3);
  expect(exitOf([good], ['outputThroughput > 150'], true).code).toBe(130);
});
