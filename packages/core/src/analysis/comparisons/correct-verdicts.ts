import type { Comparison } from '../../result/analysis/comparison-schema.ts';
import { intervalConfidence } from '../../statistics/confidence.ts';
import { holmAdjusted } from '../../statistics/holm.ts';
import { noDifference } from './compare-targets.ts';

/**
 * Corrects for the number of comparisons: a table of twenty cells names a winner by chance alone in two of three runs. A
 * family is every comparison of one metric in one suite that has a verdict, over all levels and targets. A winner that
 * Holm's correction does not confirm is none; the interval stays as it is, since it is about its own cell.
 */
export function correctVerdicts(comparisons: readonly Comparison[]): Comparison[] {
  const corrected = new Map<Comparison, Comparison>();
  const tested = comparisons.filter(
    ({ verdict, probability }) => verdict !== 'inconclusive' && probability !== null,
  );
  const families = Map.groupBy(tested, ({ metric, suite }) => `${suite}/${metric}`);
  for (const family of families.values()) {
    const adjusted = holmAdjusted(family.map(({ probability }) => probability ?? 1));
    for (const [index, comparison] of family.entries())
      corrected.set(comparison, withAdjusted(comparison, adjusted[index] ?? 1, family.length));
  }
  return comparisons.map((comparison) => corrected.get(comparison) ?? comparison);
}

function withAdjusted(comparison: Comparison, probability: number, comparisons: number): Comparison {
  const adjusted = { ...comparison, adjusted: { method: 'holm' as const, comparisons, probability } };
  const isConfirmed = comparison.winner === null || probability <= 1 - intervalConfidence + 1e-12;
  return isConfirmed ? adjusted : { ...adjusted, ...noDifference('not-after-correction', comparison) };
}
