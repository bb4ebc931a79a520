import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../../random/create-random.ts';
import { comparisonSchema } from '../../result/analysis/comparison-schema.ts';
import { type ExampleStage, exampleStage } from '../testing/example-stage.ts';
import { compareTargets } from './compare-targets.ts';

const targets = () => ({ baseline: 'a', candidate: 'b', random: createRandom(1n) });

type Shared = Omit<ExampleStage, 'target' | 'repeat' | 'outputThroughput'>;

function stagesOf(baseline: readonly number[], candidate: readonly number[], shared: Shared = {}) {
  const side = (target: string, values: readonly number[]) =>
    values.map((outputThroughput, index) =>
      exampleStage({ target, repeat: index + 1, outputThroughput, ...shared }),
    );
  return [...side('a', baseline), ...side('b', candidate)];
}

test('a clear difference over three repeats has a winner, a ratio and its interval', () => {
  const [comparison] = compareTargets(stagesOf([100, 102, 98], [200, 204, 196]), targets());
  expect(comparison).toMatchObject({
    metric: 'outputThroughput',
    suite: 'concurrency',
    load: '5 users',
    language: 'en',
    baseline: 'a',
    candidate: 'b',
    baselineValue: 100,
    candidateValue: 200,
    ratio: 2,
    winner: 'b',
    verdict: 'candidate',
    reason: null,
  });
  expect(comparison?.interval?.method).toBe("bootstrap over 3 repeats, no narrower than Student's t");
  expect(comparison?.interval?.low).toBeGreaterThan(1.85);
  expect(comparison?.interval?.high).toBeLessThan(2.15);
});

test('a difference inside the noise has no winner', () => {
  const [comparison] = compareTargets(stagesOf([100, 104, 96], [101, 106, 97]), targets());
  expect(comparison).toMatchObject({
    winner: null,
    verdict: 'no-significant-difference',
    reason: 'the interval includes 1',
    reasonCode: 'interval-includes-one',
  });
});

test('two repeats give the t interval and say so', () => {
  const [comparison] = compareTargets(stagesOf([100, 101], [300, 303]), targets());
  expect(comparison).toMatchObject({ verdict: 'candidate', winner: 'b' });
  expect(comparison?.interval?.method).toBe("Student's t of the log ratio over 2 repeats");
});

test('one repeat without histograms or series gives a ratio without interval or winner', () => {
  const [comparison] = compareTargets(stagesOf([100], [300]), targets());
  expect(comparison).toMatchObject({
    ratio: 3,
    interval: null,
    winner: null,
    verdict: 'inconclusive',
    reason: 'one repeat says nothing about noise; at least 2 are needed, 3 are better',
    reasonCode: 'one-repeat',
  });
});

test.each([
  { what: 'an invalid stage', shared: { verdict: 'invalid' as const }, reason: 'repeat 2 of b is invalid' },
  { what: 'a failed stage', shared: { status: 'failed' as const }, reason: 'repeat 2 of b failed' },
])('$what never wins, however large the ratio', ({ shared, reason }) => {
  const stages = stagesOf([100, 101, 99], [900, 901, 902]).map((stage) =>
    stage.target === 'b' && stage.repeat === 2
      ? exampleStage({ target: 'b', repeat: 2, outputThroughput: 901, ...shared })
      : stage,
  );
  const [comparison] = compareTargets(stages, targets());
  expect(comparison).toMatchObject({ winner: null, verdict: 'inconclusive', reason });
  expect(comparison?.ratio).toBeCloseTo(9.01, 2);
});

test('a suspect stage may win', () => {
  const [comparison] = compareTargets(
    stagesOf([100, 101, 99], [200, 202, 198], { verdict: 'suspect' }),
    targets(),
  );
  expect(comparison?.winner).toBe('b');
});

test('of latencies the lower one wins', () => {
  const stages = (['a', 'b'] as const).flatMap((target) =>
    [1, 2, 3].map((repeat) =>
      exampleStage({
        target,
        repeat,
        id: `1-single-user/one-user/${target}/repeat-${repeat}`,
        suite: 'single-user',
        load: { loop: 'closed', users: 1, thinkTime: null },
        requestSpeed: target === 'a' ? 80 + repeat : 40 + repeat,
        ttft: target === 'a' ? 50_000 + repeat : 90_000 + repeat,
        e2e: target === 'a' ? 6_000_000 + repeat : 12_000_000 + repeat,
      }),
    ),
  );
  const comparisons = compareTargets(stages, targets());
  expect(comparisons.map((comparison) => [comparison.metric, comparison.load, comparison.winner])).toEqual([
    ['requestSpeed', '1 user', 'a'],
    ['ttft', '1 user', 'a'],
    ['e2e', '1 user', 'a'],
  ]);
});

test('a level that one target lacks is inconclusive, and a third target is left out', () => {
  const stages = [
    ...stagesOf([100, 101, 99], []),
    exampleStage({
      target: 'c',
      repeat: 1,
      outputThroughput: 500,
      load: { loop: 'closed', users: 99, thinkTime: null },
    }),
  ];
  const comparisons = compareTargets(stages, targets());
  expect(comparisons).toHaveLength(1);
  expect(comparisons[0]).toMatchObject({
    candidateValue: null,
    ratio: null,
    verdict: 'inconclusive',
    reason: 'b was not measured at this level',
  });
});

test('an unknown value is told, not taken for zero', () => {
  const stages = (['a', 'b'] as const).flatMap((target) =>
    [1, 2, 3].map((repeat) => exampleStage({ target, repeat })),
  );
  expect(compareTargets(stages, targets())[0]).toMatchObject({
    baselineValue: null,
    ratio: null,
    interval: null,
    verdict: 'inconclusive',
    reason: 'outputThroughput of a is unknown',
  });
});

test('suites of one kind that differ only in their place in the plan are compared apart', () => {
  const again = stagesOf([10, 11, 9], [10, 11, 9]).map((stage) => ({
    ...stage,
    id: stage.id.replace('1-', '2-'),
  }));
  const comparisons = compareTargets([...stagesOf([100, 101, 99], [200, 201, 199]), ...again], targets());
  expect(comparisons.map((comparison) => comparison.baselineValue)).toEqual([100, 10]);
});

test('every comparison fits the result schema, repeats under its seed and has a winner only beside an interval off 1', () => {
  const value = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1e4, noNaN: true }));
  const values = fc.array(value, { maxLength: 5 });
  fc.assert(
    fc.property(values, values, (baseline, candidate) => {
      const stages = stagesOf(baseline, candidate);
      const comparisons = compareTargets(stages, targets());
      expect(compareTargets(stages, targets())).toEqual(comparisons);
      for (const comparison of comparisons) {
        comparisonSchema.parse(comparison);
        const { winner, interval, verdict, reason } = comparison;
        expect(winner !== null).toBe(interval !== null && (interval.low > 1 || interval.high < 1));
        expect(reason === null).toBe(winner !== null);
        expect(verdict === 'baseline' || verdict === 'candidate').toBe(winner !== null);
      }
    }),
    {
      numRuns: 60,
      examples: [
        [
          [5e-324, 5e-324],
          [4e-282, 5e-324],
        ],
        [
          [0, 0, 0],
          [1, 2, 3],
        ],
        [
          [1, 2],
          [3, 0],
        ],
      ],
    },
  );
});
