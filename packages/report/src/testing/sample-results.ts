import { type Comparison, noAnalysis, type Result, type Stage } from '@kneepoint/core';
import { buildComparison, buildResult, buildTarget } from './build-result.ts';
import { buildStage, distribution, figure, unknownDistribution } from './build-stage.ts';

const levels = [
  { users: 5, vllm: 371.6, sglang: 136.2 },
  { users: 10, vllm: 732, sglang: 190.3 },
  { users: 20, vllm: 1185.6, sglang: 225.5 },
  { users: 50, vllm: 2832.3, sglang: 268.2 },
] as const;

/** Each repeat differs a little, so that whiskers and means have something to show. */
const repeatFactors = [0.97, 1, 1.03] as const;

/** One target, one repeat, closed loop at 1, 10 and 50 users, all valid: what `bench` measures. */
export function oneTargetResult(): Result {
  const stages = [
    { users: 1, rate: 80.2 },
    { users: 10, rate: 731 },
    { users: 50, rate: 2832 },
  ].map(({ users, rate }) =>
    buildStage({
      target: 'vllm',
      suite: 'bench',
      load: { loop: 'closed', users, thinkTime: null },
      tokensPerSecond: rate,
    }),
  );
  return buildResult(stages, [buildTarget('vllm', { engine: 'vllm' })], {
    command: 'kneepoint bench http://127.0.0.1:8001',
  });
}

/** Two simulated targets, all suites, three repeats, one invalid and one suspect stage, a percentile with too few samples. */
export function twoTargetsResult(): Result {
  const targets = [
    buildTarget('vllm', { engine: 'vllm', simulated: true, version: '0.32.0' }),
    buildTarget('sglang', {
      engine: 'sglang',
      simulated: true,
      version: '0.5.23',
      api: 'sglang-generate',
      url: 'http://127.0.0.1:8002',
      initTime: figure('s', 30),
    }),
  ];
  return buildResult([...singleUser(), ...concurrency(), ...languages(), ...rates()], targets, {
    analysis: { ...noAnalysis, comparisons: comparisons() },
    thresholds: [],
  });
}

function singleUser(): Stage[] {
  return repeatFactors.flatMap((factor, index) =>
    [
      { target: 'vllm', rate: 80.8 },
      { target: 'sglang', rate: 48.6 },
    ].map(({ target, rate }) =>
      buildStage({
        target,
        suite: 'single-user',
        repeat: index + 1,
        load: { loop: 'closed', users: 1, thinkTime: null },
        tokensPerSecond: rate * factor,
        completed: 20,
        latencies: {
          ttft: distribution(20, { p50: 43 * factor }),
          e2e: distribution(20, { p50: (500 / rate) * 1000 }),
        },
      }),
    ),
  );
}

function concurrency(): Stage[] {
  return repeatFactors.flatMap((factor, index) =>
    levels.flatMap((level) =>
      (['vllm', 'sglang'] as const).map((target) => concurrencyStage(target, level, factor, index + 1)),
    ),
  );
}

function concurrencyStage(
  target: 'vllm' | 'sglang',
  level: (typeof levels)[number],
  factor: number,
  repeat: number,
): Stage {
  const { users } = level;
  const slow = target === 'vllm' ? 1 : 5;
  const choice = {
    target,
    repeat,
    load: { loop: 'closed' as const, users, thinkTime: null },
    tokensPerSecond: level[target] * factor,
    latencies: {
      ttft: distribution(600, { p50: (30 + users) * slow, p99: (60 + 3 * users) * slow }),
      ...(target === 'sglang'
        ? { tokenGap: unknownDistribution('the tokens of an event are not known') }
        : {}),
    },
  };
  return buildStage(choice, stageTrust(target, users, repeat));
}

function stageTrust(target: string, users: number, repeat: number): Partial<Stage> {
  if (target === 'sglang' && users === 50) {
    const message = 'the client was busy: 94 % of a core, at most 85 %';
    return {
      trust: { verdict: 'invalid', reasons: [{ code: 'client-busy', message, value: 0.94, limit: 0.85 }] },
    };
  }
  if (target === 'vllm' && users === 20 && repeat === 2) {
    const message = '3 of 603 requests failed';
    return {
      counts: { planned: 603, dispatched: 603, dropped: 0, late: 0, completed: 600, failed: 3, cut: 0 },
      errors: [{ class: 'http-status', detail: '503', count: 3, sample: 'queue full' }],
      trust: { verdict: 'suspect', reasons: [{ code: 'errors', message, value: 0.005, limit: 0.001 }] },
    };
  }
  return {};
}

const poems = {
  ko: '봄의 찬가\n\n벚꽃이 흩날리는 봄날의 아침',
  en: 'Spring\n\nA thaw, a thrush, a thread of green',
} as const;
const prompts = { ko: '봄에 대한 시를 작성하세요', en: 'Write a poem about spring' } as const;

function languages(): Stage[] {
  return (['ko', 'en'] as const).flatMap((language) =>
    [
      { target: 'vllm', rate: language === 'ko' ? 78.2 : 82.2 },
      { target: 'sglang', rate: language === 'ko' ? 46.5 : 48.2 },
    ].map(({ target, rate }) =>
      buildStage(
        {
          target,
          suite: 'languages',
          language,
          load: { loop: 'closed', users: 1, thinkTime: null },
          tokensPerSecond: rate,
          completed: 10,
        },
        {
          excerpts: [
            {
              language,
              prompt: prompts[language],
              text: poems[language],
              outputTokens: 64,
              requestSpeed: rate,
            },
          ],
        },
      ),
    ),
  );
}

function rates(): Stage[] {
  return [2, 4].map((requestsPerSecond) =>
    buildStage({
      target: 'vllm',
      suite: 'rate',
      load: {
        loop: 'open',
        requestsPerSecond,
        arrivals: { kind: 'poisson', requestsPerSecond },
        maxInFlight: 20_000,
        atCap: 'drop',
      },
      tokensPerSecond: requestsPerSecond * 128,
      completed: requestsPerSecond * 60,
      latencies: {
        ttft: distribution(requestsPerSecond * 60, { p50: 44 }),
        ttftResponse: distribution(requestsPerSecond * 60, { p50: 46 }),
      },
    }),
  );
}

/** The loads are named as the analysis names them; latencies are compared by their means in microseconds. */
function comparisons(): Comparison[] {
  const pair = { baseline: 'vllm', candidate: 'sglang' };
  const alone = { ...pair, load: '1 user' };
  return [
    buildComparison(
      { ...alone, baselineValue: 79.2, candidateValue: 47.6 },
      { metric: 'requestSpeed', suite: 'single-user' },
    ),
    buildComparison(
      { ...alone, baselineValue: 6_188_000, candidateValue: 10_288_000 },
      { metric: 'e2e', suite: 'single-user', winner: 'vllm', verdict: 'baseline' },
    ),
    buildComparison(
      { ...alone, baselineValue: 43_000, candidateValue: 43_000 },
      {
        metric: 'ttft',
        suite: 'single-user',
        winner: null,
        verdict: 'no-significant-difference',
        reasonCode: 'interval-includes-one',
      },
    ),
    ...levels.map(({ users, vllm, sglang }) =>
      buildComparison(
        { ...pair, load: `${users} users`, baselineValue: vllm, candidateValue: sglang },
        users === 50
          ? {
              winner: null,
              verdict: 'inconclusive',
              reason: 'repeat 1 of sglang is invalid',
              reasonCode: 'stage-invalid',
            }
          : {},
      ),
    ),
  ];
}
