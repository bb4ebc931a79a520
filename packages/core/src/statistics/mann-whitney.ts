import { normalProbability } from './normal.ts';
import { cumulativeWeights, type WeightedValues } from './weighted-values.ts';

/** Up to this many values on each side, and without ties, the distribution of U is counted out. */
const exactUpTo = 8;

/** Two samples compared value by value. */
export type MannWhitney = {
  /** Pairs in which the candidate's value is larger, ties counted half. */
  readonly statistic: number;
  /** statistic / pairs: the probability that a value of the candidate is larger than one of the baseline. */
  readonly superiority: number;
  /** Two-sided. */
  readonly probability: number;
  readonly method: 'exact' | 'normal';
};

/**
 * The test of Mann and Whitney: whether values of one sample tend to be larger than those of the other, whatever the
 * shape of the distributions. Small samples without ties are counted out exactly; else the normal approximation with the
 * correction of the variance for ties, m n / 12 ((N + 1) - sum(t^3 - t) / (N (N - 1))), and half a step for continuity.
 * `null` where a side is empty.
 */
export function mannWhitney(baseline: WeightedValues, candidate: WeightedValues): MannWhitney | null {
  const [m, n] = [baseline.count, candidate.count];
  if (m === 0 || n === 0) return null;
  const { statistic, tieSum } = countPairs(baseline, candidate);
  const superiority = statistic / (m * n);
  const isExact = tieSum === 0 && Math.max(m, n) <= exactUpTo;
  const probability = isExact ? exactProbability(statistic, m, n) : normalTail(statistic, m, n, tieSum);
  return { statistic, superiority, probability, method: isExact ? 'exact' : 'normal' };
}

type Pairs = { readonly statistic: number; readonly tieSum: number };

/** One walk over both samples in order; `tieSum` is the sum of t^3 - t over groups of t equal values. */
function countPairs(baseline: WeightedValues, candidate: WeightedValues): Pairs {
  const below = cumulativeWeights(baseline);
  let statistic = 0;
  let tieSum = 0;
  let place = 0;
  for (const [index, value] of candidate.values.entries()) {
    while ((baseline.values[place] ?? Number.POSITIVE_INFINITY) < value)
      tieSum += cubeLess(baseline.weights[place++] ?? 0);
    const weight = candidate.weights[index] ?? 0;
    const equal = baseline.values[place] === value ? (baseline.weights[place] ?? 0) : 0;
    statistic += weight * ((below[place - 1] ?? 0) + equal / 2);
    tieSum += cubeLess(weight + equal);
    if (equal > 0) place += 1;
  }
  for (; place < baseline.values.length; place++) tieSum += cubeLess(baseline.weights[place] ?? 0);
  return { statistic, tieSum };
}

const cubeLess = (ties: number): number => ties ** 3 - ties;

function normalTail(statistic: number, m: number, n: number, tieSum: number): number {
  const all = m + n;
  const variance = ((m * n) / 12) * (all + 1 - tieSum / (all * (all - 1)));
  // Every value is the same.
  if (!(variance > 0)) return 1;
  const distance = Math.abs(statistic - (m * n) / 2) - 0.5;
  return Math.min(1, 2 * normalProbability(-distance / Math.sqrt(variance)));
}

/** P(U as far from its mean, or farther) by counting the orders of both samples that give each U. */
function exactProbability(statistic: number, m: number, n: number): number {
  const orders = ordersByStatistic(m, n);
  const total = orders.reduce((sum, count) => sum + count, 0);
  const farther = Math.max(statistic, m * n - statistic);
  const tail = orders.slice(farther).reduce((sum, count) => sum + count, 0);
  return Math.min(1, (2 * tail) / total);
}

/** How many orders of m and n values give U = 0, 1, ... m n: the coefficients of the Gaussian binomial. */
function ordersByStatistic(m: number, n: number): number[] {
  const counts: number[] = Array.from({ length: m * n + 1 }, (_, statistic) => (statistic === 0 ? 1 : 0));
  for (let factor = 1; factor <= m; factor++) {
    for (let place = m * n; place >= n + factor; place--)
      counts[place] = (counts[place] ?? 0) - (counts[place - n - factor] ?? 0);
    for (let place = factor; place <= m * n; place++)
      counts[place] = (counts[place] ?? 0) + (counts[place - factor] ?? 0);
  }
  return counts;
}
