import type { Comparison, Result } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Outcome, PlainRatio } from '../catalogue/statement-parts.ts';
import type { Level } from './level.ts';
import { isComparisonOf } from './load-level.ts';

/** The comparisons of one metric at one level, as a reader needs them. */
export function outcomesOf(result: Result, level: Level, metric: string): Outcome[] {
  return candidateOutcomes(result, level, metric).map(({ outcome }) => outcome);
}

/** The same with the target that each compares with the first one. */
export function candidateOutcomes(
  result: Result,
  level: Level,
  metric: string,
): { readonly candidate: string; readonly outcome: Outcome }[] {
  return result.analysis.comparisons
    .filter((comparison) => comparison.metric === metric && isComparisonOf(comparison, level))
    .map((comparison) => ({
      candidate: comparison.candidate,
      outcome: toOutcome(comparison, whyInconclusive(level, comparison)),
    }));
}

/** What a cell says of a row's outcomes. Of more than two targets each is named, and those that were not compared are left out. */
export function outcomeText(
  outcomes: readonly { readonly candidate: string; readonly outcome: Outcome }[],
  { levels, words }: Pick<Catalogue, 'levels' | 'words'>,
): string {
  const [only, ...others] = outcomes;
  if (only === undefined) return levels.outcome({ kind: 'not-compared' });
  if (others.length === 0) return levels.outcome(only.outcome);
  const compared = outcomes.filter(({ outcome }) => outcome.kind !== 'not-compared');
  if (compared.length === 0) return levels.outcome({ kind: 'not-compared' });
  return words.join(
    compared.map(({ candidate, outcome }) => levels.named(candidate, levels.outcome(outcome))),
  );
}

type Why = Extract<Outcome, { kind: 'inconclusive' }>['why'];

/** The analysis says why; a result of an earlier Kneepoint did not, so there the stages are asked. */
function whyInconclusive(level: Level, { reasonCode }: Comparison): Why {
  if (reasonCode === 'one-repeat' || reasonCode === 'window-too-short') return 'one-repeat';
  if (reasonCode === 'stage-invalid') return 'invalid-stage';
  const stages = level.targets.flatMap((target) => target.stages);
  if (stages.some((stage) => stage.trust.verdict === 'invalid')) return 'invalid-stage';
  return reasonCode === null && level.targets.some((target) => target.stages.length === 1)
    ? 'one-repeat'
    : 'other';
}

/** The outcome that a sentence about a level states: the clearest win, else the first of them. */
export function headlineOutcome(outcomes: readonly Outcome[]): Outcome {
  const wins = outcomes
    .flatMap((outcome) => (outcome.kind === 'won' ? [outcome] : []))
    .sort((one, other) => other.factor - one.factor);
  return wins[0] ?? outcomes[0] ?? { kind: 'not-compared' };
}

/** The result's verdict, its ratio turned so that it favours the winner (a latency's winner has a ratio below 1). */
function toOutcome(comparison: Comparison, why: Why): Outcome {
  const { verdict, ratio, interval, winner } = comparison;
  // Not a doubtful comparison but none: one side has no figure.
  if (comparison.reasonCode === 'level-missing' || comparison.reasonCode === 'value-unknown')
    return { kind: 'not-compared' };
  switch (verdict) {
    case 'no-significant-difference':
      // An interval that excludes 1 beside "no difference" would contradict it; the correction for many comparisons decided.
      if (comparison.reasonCode === 'not-after-correction')
        return { kind: 'no-difference', low: null, high: null };
      return { kind: 'no-difference', low: interval?.low ?? null, high: interval?.high ?? null };
    case 'inconclusive':
      return { kind: 'inconclusive', why, ratio: why === 'invalid-stage' ? null : plainRatio(comparison) };
    case 'baseline':
    case 'candidate':
      if (ratio === null || interval === null || winner === null || ratio <= 0 || interval.low <= 0)
        return { kind: 'inconclusive', why, ratio: why === 'invalid-stage' ? null : plainRatio(comparison) };
      return ratio >= 1
        ? { kind: 'won', winner, factor: ratio, low: interval.low, high: interval.high }
        : { kind: 'won', winner, factor: 1 / ratio, low: 1 / interval.high, high: 1 / interval.low };
  }
}

function plainRatio({ baseline, candidate, ratio }: Comparison): PlainRatio | null {
  if (ratio === null || ratio <= 0) return null;
  return ratio >= 1
    ? { higher: candidate, lower: baseline, factor: ratio }
    : { higher: baseline, lower: candidate, factor: 1 / ratio };
}
