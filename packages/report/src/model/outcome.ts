import type { Comparison, Result } from '@kneepoint/core';
import type { Outcome } from '../catalogue/catalogue.ts';
import type { Level } from './level.ts';
import { isComparisonOf } from './load-level.ts';

/** The comparisons of one metric at one level; a metric may carry a percentile (`ttft.p50`). */
export function outcomesOf(
  result: Result,
  level: Pick<Level, 'suite' | 'load' | 'language'>,
  metric: string,
): Outcome[] {
  return result.analysis.comparisons
    .filter((comparison) => isComparisonOf(comparison, level))
    .filter((comparison) => comparison.metric === metric || comparison.metric.startsWith(`${metric}.`))
    .map(toOutcome);
}

/** The outcome that a sentence about a level states: the clearest win, else the first of them. */
export function headlineOutcome(outcomes: readonly Outcome[]): Outcome {
  const wins = outcomes
    .flatMap((outcome) => (outcome.kind === 'won' ? [outcome] : []))
    .sort((one, other) => other.factor - one.factor);
  return wins[0] ?? outcomes[0] ?? { kind: 'not-compared' };
}

/** The result's verdict, its ratio turned so that it favours the winner (a latency's winner has a ratio below 1). */
export function toOutcome(comparison: Comparison): Outcome {
  const { verdict, ratio, interval, winner } = comparison;
  switch (verdict) {
    case 'no-significant-difference':
      return { kind: 'no-difference', low: interval?.low ?? null, high: interval?.high ?? null };
    case 'inconclusive':
      return { kind: 'inconclusive' };
    case 'baseline':
    case 'candidate':
      if (ratio === null || interval === null || winner === null || ratio <= 0 || interval.low <= 0)
        return { kind: 'inconclusive' };
      return ratio >= 1
        ? { kind: 'won', winner, factor: ratio, low: interval.low, high: interval.high }
        : { kind: 'won', winner, factor: 1 / ratio, low: 1 / interval.high, high: 1 / interval.low };
  }
}
