import type { DecidingCell } from '../../result/analysis/judgement-schema.ts';
import type { Result } from '../../result/result-file.ts';
import { undecidedCell } from './cell-verdict.ts';

/** The normal quantile of a two-sided 95 % interval. */
const quantile = 1.959963984540054;

/** The requests of a target that ended, and those that failed; `null` where a stage does not say. */
export function failuresOf({ stages }: Result, target: string): { failed: number; ended: number } | null {
  const counts = stages.filter((stage) => stage.target === target).map((stage) => stage.counts);
  if (counts.length === 0 || counts.some((count) => count === null)) return null;
  const failed = counts.reduce((sum, count) => sum + (count?.failed ?? 0), 0);
  const ended = counts.reduce((sum, count) => sum + (count?.failed ?? 0) + (count?.completed ?? 0), 0);
  return ended === 0 ? null : { failed, ended };
}

/**
 * The share of failed requests over all stages of each target. One target wins where its 95 % interval (Wilson, 1927) lies
 * below those of all others: the intervals of a share need no repeats.
 */
export function errorCell(result: Result): DecidingCell {
  const shares = result.targets.flatMap(({ name }) => {
    const counts = failuresOf(result, name);
    return counts === null ? [] : [{ target: name, value: counts.failed / counts.ended, ...wilson(counts) }];
  });
  const lowest = shares.toSorted((one, other) => one.high - other.high)[0];
  const isAhead = shares.every((one) => one === lowest || one.low > (lowest?.high ?? 1));
  const cell = {
    metric: 'errorRate',
    unit: 'share',
    better: 'lower' as const,
    suite: '',
    load: '',
    users: null,
    decides: true,
    values: result.targets.map(({ name }) => ({
      target: name,
      value: shares.find(({ target }) => target === name)?.value ?? null,
    })),
  };
  if (shares.length < 2 || lowest === undefined) return { ...cell, ...undecidedCell('not-measured') };
  if (!isAhead) return { ...cell, ...undecidedCell('interval-includes-one'), verdict: 'no-difference' };
  return { ...cell, ...undecidedCell('one-value'), verdict: 'winner', winner: lowest.target, reason: null };
}

/** The score interval of a share: with no failure of n its upper end is z^2 / (n + z^2), not zero. */
function wilson({ failed, ended }: { failed: number; ended: number }): { low: number; high: number } {
  const share = failed / ended;
  const square = quantile ** 2;
  const middle = share + square / (2 * ended);
  const half = quantile * Math.sqrt((share * (1 - share)) / ended + square / (4 * ended ** 2));
  const scale = 1 + square / ended;
  return { low: Math.max(0, (middle - half) / scale), high: (middle + half) / scale };
}
