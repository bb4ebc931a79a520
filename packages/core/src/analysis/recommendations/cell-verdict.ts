import type { Comparison } from '../../result/analysis/comparison-schema.ts';
import type { DecidingCell, JudgementReason } from '../../result/analysis/judgement-schema.ts';
import type { RatioInterval } from '../../statistics/bootstrap-ratio.ts';

/** Who wins, and by how much. */
export type CellVerdict = Pick<DecidingCell, 'verdict' | 'winner' | 'reason' | 'ratio' | 'interval'>;

/** A cell that only shows values: nothing in it decides. */
export const undecidedCell = (reason: JudgementReason, ratio: number | null = null): CellVerdict => ({
  verdict: reason === 'not-measured' ? 'not-measured' : 'inconclusive',
  winner: null,
  reason,
  ratio,
  interval: null,
});

/**
 * What the comparisons of one metric at one level say. Every target is compared with the first one: it wins only where it
 * wins against all, another one only where it wins against the first and the first wins against all others.
 */
export function verdictOfComparisons(comparisons: readonly Comparison[]): CellVerdict {
  const [first] = comparisons;
  if (first === undefined) return undecidedCell('not-compared');
  if (comparisons.length === 1) return verdictOfOne(first);
  const { baseline } = first;
  const ahead = comparisons.filter(({ winner, candidate }) => winner === candidate);
  const [only] = ahead;
  const others = comparisons.filter((comparison) => comparison !== only);
  const winner =
    ahead.length === 0 && comparisons.every((comparison) => comparison.winner === baseline)
      ? baseline
      : ahead.length === 1 &&
          only !== undefined &&
          others.every((comparison) => comparison.winner === baseline)
        ? only.candidate
        : null;
  if (winner !== null) return { verdict: 'winner', winner, reason: null, ratio: null, interval: null };
  if (comparisons.every(({ verdict }) => verdict === 'no-significant-difference'))
    return { ...undecidedCell('interval-includes-one'), verdict: 'no-difference' };
  const open = comparisons.find(({ verdict }) => verdict === 'inconclusive');
  return undecidedCell(open?.reasonCode ?? 'no-single-winner');
}

function verdictOfOne({ winner, verdict, ratio, interval, reasonCode }: Comparison): CellVerdict {
  const bounds = interval === null ? null : { low: interval.low, high: interval.high };
  if (winner !== null) return { verdict: 'winner', winner, reason: null, ratio, interval: bounds };
  return {
    verdict: verdict === 'no-significant-difference' ? 'no-difference' : 'inconclusive',
    winner: null,
    reason: reasonCode ?? 'no-interval',
    ratio,
    interval: bounds,
  };
}

/** What an interval of the ratio of two targets' values says; of more is better. */
export function verdictOfInterval(
  { ratio, low, high }: RatioInterval,
  { baseline, candidate }: { readonly baseline: string; readonly candidate: string },
): CellVerdict {
  const bounds = { ratio, interval: { low, high } };
  if (low <= 1 && high >= 1)
    return { ...bounds, verdict: 'no-difference', winner: null, reason: 'interval-includes-one' };
  return { ...bounds, verdict: 'winner', winner: low > 1 ? candidate : baseline, reason: null };
}
