import { percentileRisk } from './confidence.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/**
 * The rank (from 1, ascending) of the order statistic that certifies a percentile: with 99 % confidence at least the
 * share `percentile` of all latencies lie below it. `null` where the samples are too few for any.
 *
 * Derivation, after the early-stopping rule of MLPerf's load generator. Take the t-th largest of n samples as bound
 * and call a latency that reaches it an over-latency: there are t of them, the bound itself included. If in truth
 * more than 1 - p of all latencies were over it, their number would be binomial with at least that share, and t or
 * fewer would be seen with a probability of at most
 *
 *     P(Bin(n, 1 - p) <= t) = I_p(n - t, t + 1)
 *
 * so the bound holds with 99 % confidence where this is at most 0.01. The largest such t gives the smallest bound, rank
 * n - t + 1. Since the bound counts as over-latency, t is at least 1: with p = 0.9 that takes 64 samples (t = 1 is the
 * largest sample), with 0.95 130, with 0.99 662, with 0.999 6,636: about 6.64 / (1 - p), because
 * e^-x (1 + x) = 0.01 at x = 6.64. It is one rank safer than the bare binomial bound, which would not count the
 * bound itself and so call the maximum of 44 samples a bound of p90.
 */
export function certifiedRank(samples: number, percentile: number): number | null {
  if (samples < 2 || chanceOfAtMost(1, samples, percentile) > percentileRisk) return null;
  // The chance grows with t: the largest t that keeps it is found by halving.
  let kept = 1;
  let broken = samples;
  while (broken - kept > 1) {
    const middle = Math.floor((kept + broken) / 2);
    if (chanceOfAtMost(middle, samples, percentile) <= percentileRisk) kept = middle;
    else broken = middle;
  }
  return samples - kept + 1;
}

/** The fewest samples for which `certifiedRank` has an answer. */
export function certifiableSamples(percentile: number): number {
  let samples = 2;
  while (chanceOfAtMost(1, samples, percentile) > percentileRisk) samples += 1;
  return samples;
}

/** P(Bin(samples, 1 - percentile) <= overLatencies). */
function chanceOfAtMost(overLatencies: number, samples: number, percentile: number): number {
  if (overLatencies >= samples) return 1;
  return incompleteBeta(percentile, samples - overLatencies, overLatencies + 1);
}
