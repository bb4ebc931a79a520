import type { Comparison } from '../../result/analysis/comparison-schema.ts';
import type { DecidingCell } from '../../result/analysis/judgement-schema.ts';

type CellVerdict = Pick<DecidingCell, 'verdict' | 'winner' | 'reason' | 'ratio' | 'interval'>;

/** A cell that only shows values: nothing in it decides. */
export const undecidedCell = (reason: string, ratio: number | null = null): CellVerdict => ({
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
  if (first === undefined) return undecidedCell('one-value');
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
