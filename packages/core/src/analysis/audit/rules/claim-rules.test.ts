import { expect, test } from 'vitest';
import type { Claim } from '../../../result/source-schema.ts';
import { exampleStage } from '../../testing/example-stage.ts';
import {
  auditedResult,
  documentSource,
  evidenceOf,
  figureOf,
  levelStage,
  withMetrics,
} from '../testing/audited-result.ts';

const languageStage = (target: string, language: string, requestSpeed: number) =>
  exampleStage({
    target,
    repeat: 1,
    suite: 'languages',
    language,
    load: { loop: 'closed', users: 1, thinkTime: null },
    requestSpeed,
  });
/** One user of `one` gets 12.5 tok/s in 40 s; five get 75 each, and the language test says 80. */
const cold = [
  levelStage('one', 1, 12.5, { e2e: 40_000_000 }),
  levelStage('one', 5, 375),
  levelStage('one', 10, 700),
  languageStage('one', 'en', 80),
];
const warm = [
  levelStage('one', 1, 80, { e2e: 6_250_000 }),
  levelStage('one', 5, 375),
  levelStage('one', 10, 700),
];
const other = [levelStage('two', 1, 50), levelStage('two', 5, 150), levelStage('two', 10, 200)];
const winner = (more: Partial<Extract<Claim, { kind: 'winner' }>>): Claim => ({
  kind: 'winner',
  text: 'two is faster',
  metric: 'requestSpeed',
  users: 1,
  winner: 'two',
  factor: null,
  ...more,
});

test('a single user who is slower than a user among five has a cold start, with the seconds that nothing explains', () => {
  expect(evidenceOf('single-user-slower-than-shared', auditedResult({ stages: cold }))).toEqual([
    {
      target: 'one',
      singleTokensPerSecond: 12.5,
      shared: { users: 5, perUserTokensPerSecond: 75 },
      languages: { low: 80, high: 80 },
      steadyTokensPerSecond: 80,
      coldStart: { tokens: 500, seconds: 40, steadySeconds: 6.25, unexplainedSeconds: 33.75 },
    },
  ]);
});

test('the language test alone shows a cold start, and so does the speed per user alone', () => {
  const byLanguages = evidenceOf(
    'single-user-slower-than-shared',
    auditedResult({ stages: [levelStage('one', 1, 12.5), languageStage('one', 'en', 80)] }),
  );
  expect(byLanguages).toMatchObject([{ shared: null, languages: { low: 80 }, coldStart: null }]);
  const byUsers = evidenceOf(
    'single-user-slower-than-shared',
    auditedResult({ stages: [levelStage('one', 1, 12.5), levelStage('one', 5, 375)] }),
  );
  expect(byUsers).toMatchObject([{ shared: { users: 5 }, languages: null, steadyTokensPerSecond: 75 }]);
});

test('a single user who is faster than a user among five is right, and one that is 40 % slower may be chance', () => {
  const slower = [levelStage('one', 1, 75 / 1.4), levelStage('one', 5, 375)];
  expect(evidenceOf('single-user-slower-than-shared', auditedResult({ stages: warm }))).toEqual([]);
  expect(evidenceOf('single-user-slower-than-shared', auditedResult({ stages: slower }))).toEqual([]);
});

test('short answers to long prompts are slow as a whole, but no cold start where their tokens come as fast', () => {
  const single = levelStage('one', 1, 12.5);
  const fast = withMetrics(single, { decodeSpeed: figureOf(78, 'tok/s') });
  const slow = withMetrics(single, { decodeSpeed: figureOf(12.6, 'tok/s') });
  const found = (stage: typeof single) =>
    evidenceOf(
      'single-user-slower-than-shared',
      auditedResult({ stages: [stage, levelStage('one', 5, 375)] }),
    );
  expect(found(fast)).toEqual([]);
  expect(found(slow)).toHaveLength(1);
});

test('a winner for one user and a crossover rest on the cold figure', () => {
  const source = documentSource([
    winner({}),
    winner({ metric: 'e2e.mean' }),
    winner({ users: 5, winner: 'one', metric: 'outputThroughput' }),
    { kind: 'crossover', text: 'from 3 users on', winner: 'one', users: 3 },
  ]);
  expect(
    evidenceOf('winner-rests-on-cold-number', auditedResult({ stages: [...cold, ...other], source })),
  ).toEqual([
    {
      winner: 'two',
      loser: 'one',
      coldTokensPerSecond: 12.5,
      steadyTokensPerSecond: 80,
      winnerTokensPerSecond: 50,
      statements: 3,
    },
  ]);
});

test('a winner that is faster than the steady speed too, or that was measured warm, stands', () => {
  const source = documentSource([winner({})]);
  const faster = [...cold, levelStage('two', 1, 90)];
  expect(evidenceOf('winner-rests-on-cold-number', auditedResult({ stages: faster, source }))).toEqual([]);
  const both = [...warm, ...other];
  expect(evidenceOf('winner-rests-on-cold-number', auditedResult({ stages: both, source }))).toEqual([]);
});

test('a crossover is held against the interpolated one, and against none with the steady speed', () => {
  const source = documentSource([{ kind: 'crossover', text: 'from 3 users on', winner: 'one', users: 3 }]);
  const [found] = evidenceOf(
    'crossover-against-table',
    auditedResult({ stages: [...cold, ...other], source }),
  );
  // 1 + 4 * 37.5 / (37.5 + 225)
  expect(found?.tableUsers).toBeCloseTo(1.571, 3);
  expect(found).toMatchObject({ statedUsers: 3, steady: { users: null } });
});

test('a crossover at the first whole number of users is right', () => {
  const source = documentSource([{ kind: 'crossover', text: 'from 2 users on', winner: 'one', users: 2 }]);
  expect(
    evidenceOf('crossover-against-table', auditedResult({ stages: [...cold, ...other], source })),
  ).toEqual([]);
});

test('a factor may be rounded or cut, but not wrong, and neither may the winner be', () => {
  const stages = [levelStage('one', 5, 371.64), levelStage('two', 5, 136.23)];
  const at = { users: 5, metric: 'outputThroughput', winner: 'one' };
  const found = (claim: Claim) =>
    evidenceOf('claim-against-table', auditedResult({ stages, source: documentSource([claim]) }));
  expect(found(winner({ ...at, factor: 2.7 }))).toEqual([]);
  expect(found(winner({ ...at, factor: 2.8 }))).toEqual([]);
  expect(found(winner({ ...at, factor: 2 }))).toEqual([]);
  expect(found(winner({ ...at, factor: 3.7 }))).toMatchObject([{ statedFactor: 3.7, tableWinner: 'one' }]);
  expect(found(winner({ ...at, winner: 'two', factor: null }))).toMatchObject([{ tableWinner: 'one' }]);
  expect(found(winner({ ...at, metric: 'happiness', winner: 'two' }))).toEqual([]);
});

test('less time and less memory are better', () => {
  const stages = [
    levelStage('one', 1, 10, { e2e: 40_000_000 }),
    levelStage('two', 1, 10, { e2e: 10_000_000 }),
  ];
  const wrong = winner({ metric: 'e2e.mean', winner: 'one' });
  expect(
    evidenceOf('claim-against-table', auditedResult({ stages, source: documentSource([wrong]) })),
  ).toMatchObject([{ tableWinner: 'two', tableFactor: 4 }]);
});

test('linear scaling at 76 % of the first speed per user is none, at 95 % it is', () => {
  const source = documentSource([{ kind: 'linear-scaling', text: 'linear', target: 'one' }]);
  const falling = [levelStage('one', 5, 371.64), levelStage('one', 50, 2832.3)];
  const [found] = evidenceOf('linear-scaling-claim', auditedResult({ stages: falling, source }));
  expect(found?.share).toBeCloseTo(0.762, 3);
  const linear = [levelStage('one', 5, 370), levelStage('one', 50, 3515)];
  expect(evidenceOf('linear-scaling-claim', auditedResult({ stages: linear, source }))).toEqual([]);
});

test('a target that gains 41 % is not saturated, one that gains 9 % is', () => {
  const source = documentSource([{ kind: 'saturates-after', text: 'full', target: 'one', users: 10 }]);
  const growing = [levelStage('one', 10, 190.34), levelStage('one', 50, 268.17)];
  const [found] = evidenceOf('saturation-claim', auditedResult({ stages: growing, source }));
  expect(found?.gain).toBeCloseTo(0.409, 3);
  const full = [levelStage('one', 10, 190), levelStage('one', 50, 207)];
  expect(evidenceOf('saturation-claim', auditedResult({ stages: full, source }))).toEqual([]);
});

test('a user does not get faster among more users', () => {
  const rising = [levelStage('one', 5, 100), levelStage('one', 10, 240)];
  expect(evidenceOf('per-user-speed-rises', auditedResult({ stages: rising }))).toEqual([
    { target: 'one', fromUsers: 5, fromPerUser: 20, toUsers: 10, toPerUser: 24 },
  ]);
  // Levels of other prompts are not compared.
  const [low, high] = rising;
  const shorter =
    low?.prompts == null || high === undefined
      ? []
      : [low, { ...high, prompts: { ...low.prompts, salted: false } }];
  expect(shorter).toHaveLength(2);
  expect(evidenceOf('per-user-speed-rises', auditedResult({ stages: shorter }))).toEqual([]);
  const even = [levelStage('one', 5, 100), levelStage('one', 10, 220)];
  expect(evidenceOf('per-user-speed-rises', auditedResult({ stages: even }))).toEqual([]);
});
