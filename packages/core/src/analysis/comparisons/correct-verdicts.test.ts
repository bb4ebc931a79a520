import { expect, test } from 'vitest';
import { createRandom } from '../../random/create-random.ts';
import { lognormalRepeats } from '../../statistics/testing/lognormal-repeats.ts';
import { exampleStage } from '../testing/example-stage.ts';
import { compareTargets } from './compare-targets.ts';
import { correctVerdicts } from './correct-verdicts.ts';

/** Ten levels of two targets that are the same, or of which one is faster by a factor at the first level. */
function levels(seed: bigint, factor = 1) {
  const random = createRandom(seed);
  return Array.from({ length: 10 }, (_, level) => level + 1).flatMap((users) =>
    ['a', 'b'].flatMap((target) =>
      lognormalRepeats(random, { repeats: 3, noise: 0.03, median: 100 }).map((value, index) =>
        exampleStage({
          id: `1-concurrency/${users}-users/${target}/repeat-${index + 1}`,
          target,
          repeat: index + 1,
          load: { loop: 'closed', users: users + 1, thinkTime: null },
          outputThroughput: target === 'b' && users === 1 ? value * factor : value,
        }),
      ),
    ),
  );
}

const compared = (seed: bigint, factor = 1) =>
  compareTargets(levels(seed, factor), { baseline: 'a', candidate: 'b', random: createRandom(seed) });

test('a clear winner stays one, with the family and the probability that decided', () => {
  const [first, second] = correctVerdicts(compared(4n, 1.5));
  expect(first).toMatchObject({ winner: 'b', adjusted: { method: 'holm', comparisons: 10 } });
  expect(first?.adjusted?.probability).toBeCloseTo(10 * (first?.probability ?? 0), 9);
  expect(second?.winner).toBeNull();
});

test('a winner that the correction does not confirm is none, and keeps its own interval', () => {
  const seeds = Array.from({ length: 8 }, (_, seed) => BigInt(seed + 1));
  const lost = seeds.flatMap((seed) => {
    const plain = compared(seed);
    return correctVerdicts(plain).flatMap((comparison, index) =>
      plain[index]?.winner !== null && comparison.winner === null ? [comparison] : [],
    );
  });
  expect(lost.length).toBeGreaterThan(0);
  for (const comparison of lost) {
    expect(comparison).toMatchObject({
      verdict: 'no-significant-difference',
      reasonCode: 'not-after-correction',
    });
    expect((comparison.interval?.low ?? 0) > 1 || (comparison.interval?.high ?? 9) < 1).toBe(true);
  }
});

test('a comparison without a verdict is in no family', () => {
  const stages = levels(2n).map((stage) =>
    stage.id.startsWith('1-concurrency/3-users/b') ? { ...stage, status: 'failed' as const } : stage,
  );
  const comparisons = correctVerdicts(
    compareTargets(stages, { baseline: 'a', candidate: 'b', random: createRandom(2n) }),
  );
  expect(comparisons.map(({ adjusted }) => adjusted?.comparisons ?? null)).toEqual(
    comparisons.map(({ verdict }) => (verdict === 'inconclusive' ? null : 9)),
  );
});
