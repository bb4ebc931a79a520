import type { Comparison } from '../../result/analysis/comparison-schema.ts';
import { intervalConfidence } from '../../statistics/confidence.ts';
import { holmAdjusted } from '../../statistics/holm.ts';
import { noDifference } from './compare-targets.ts';

/** What belongs to one family of tests. */
type Tested = Pick<Comparison, 'metric' | 'suite' | 'probability'>;

/** The probabilities of tests after Holm's correction, with the size of their family: one metric in one suite. */
export function adjustedProbabilities<Test extends Tested>(
  tests: readonly Test[],
): ReadonlyMap<Test, { readonly probability: number; readonly comparisons: number }> {
  const families = Map.groupBy(tests, ({ metric, suite }) => `${suite}/${metric}`);
  return new Map(
    [...families.values()].flatMap((family) => {
      const adjusted = holmAdjusted(family.map(({ probability }) => probability ?? 1));
      return family.map(
        (test, index) => [test, { probability: adjusted[index] ?? 1, comparisons: family.length }] as const,
      );
    }),
  );
}

/** Whether a difference stands after the correction. */
export const isConfirmed = (adjusted: number): boolean => adjusted <= 1 - intervalConfidence + 1e-12;

/**
 * Corrects for the number of comparisons: a table of twenty cells names a winner by chance alone in two of three runs. A
 * family is every comparison of one metric in one suite that has a verdict, over all levels and targets. A winner that
 * Holm's correction does not confirm is none; the interval stays as it is, since it is about its own cell.
 */
export function correctVerdicts(comparisons: readonly Comparison[]): Comparison[] {
  const tested = comparisons.filter(
    ({ verdict, probability }) => verdict !== 'inconclusive' && probability !== null,
  );
  const adjusted = adjustedProbabilities(tested);
  return comparisons.map((comparison) => {
    const own = adjusted.get(comparison);
    return own === undefined ? comparison : withAdjusted(comparison, own.probability, own.comparisons);
  });
}

function withAdjusted(comparison: Comparison, probability: number, comparisons: number): Comparison {
  const adjusted = { ...comparison, adjusted: { method: 'holm' as const, comparisons, probability } };
  return comparison.winner === null || isConfirmed(probability)
    ? adjusted
    : { ...adjusted, ...noDifference('not-after-correction', comparison) };
}
