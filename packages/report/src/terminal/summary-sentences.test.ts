import { expect, test } from 'vitest';
import { buildResult, buildStage, buildTarget, oneTargetResult, twoTargetsResult } from '../testing/index.ts';
import { summarySentences } from './summary-sentences.ts';

test('one target: one user, the heaviest level, the trust', () => {
  expect(summarySentences(oneTargetResult(), 'en')).toEqual([
    'One user: first token after 43 ms, then 80 tok/s.',
    '50 users: 2,832 tok/s together, 57 each.',
    'All stages valid.',
  ]);
});

test('the same in Korean', () => {
  expect(summarySentences(oneTargetResult(), 'ko')).toEqual([
    '사용자 1명: 첫 토큰까지 43 ms, 이후 80 tok/s.',
    '동시 사용자 50명: 합계 2,832 tok/s, 사용자당 57.',
    '모든 단계가 유효합니다.',
  ]);
});

test('two targets: both named, with the ratio at the heaviest level that is not invalid', () => {
  expect(summarySentences(twoTargetsResult(), 'en')).toEqual([
    '1 user: vllm 79 tok/s and sglang 48 tok/s; vllm is 1.66x as fast (95 % interval 1.62 to 1.72).',
    '20 users: vllm 1,186 tok/s and sglang 226 tok/s; vllm serves 5.3x (95 % interval 5.1 to 5.4).',
    'Of 36 stages 3 invalid and 1 suspect.',
  ]);
});

test('an invalid stage is in no sentence but the one about trust', () => {
  const stage = buildStage(
    { target: 'a', load: { loop: 'closed', users: 50, thinkTime: null }, tokensPerSecond: 9999 },
    { trust: { verdict: 'invalid', reasons: [] } },
  );
  expect(summarySentences(buildResult([stage], [buildTarget('a')]), 'en')).toEqual([
    'The only stage is invalid.',
  ]);
});

test('a run at a rate says how long a user waits from the schedule', () => {
  const stage = buildStage({
    target: 'a',
    suite: 'bench',
    load: {
      loop: 'open',
      requestsPerSecond: 8,
      arrivals: { kind: 'constant', requestsPerSecond: 8 },
      maxInFlight: 20_000,
      atCap: 'drop',
    },
    tokensPerSecond: 1000,
  });
  expect(summarySentences(buildResult([stage], [buildTarget('a')]), 'en')[0]).toBe(
    '8 requests/s: first token after 47 ms (p50, from the schedule).',
  );
});

test('nothing measured is said', () => {
  expect(summarySentences(buildResult([], []), 'en')).toEqual(['Nothing was measured.']);
});
