import type { Comparison } from '../../result/analysis/comparison-schema.ts';
import type { Result } from '../../result/result-file.ts';
import type { MeasuredLevel } from './measured-level.ts';

/** How two targets stand to each other by one metric. A factor is above 1: so many times as good, or as high. */
export type Standing =
  | {
      readonly kind: 'won';
      readonly ahead: string;
      readonly behind: string;
      readonly factor: number;
      readonly low: number;
      readonly high: number;
      readonly over: Basis;
    }
  | {
      readonly kind: 'no-difference';
      /** Of the ratio, candidate to baseline; `null` where an interval would contradict the correction that decided. */
      readonly low: number | null;
      readonly high: number | null;
      readonly over: Basis;
    }
  | {
      readonly kind: 'inconclusive';
      readonly reason: string;
      /** The ratio that was seen, where the stages may be looked at: it decides nothing. */
      readonly seen: { readonly ahead: string; readonly behind: string; readonly factor: number } | null;
    }
  | { readonly kind: 'not-compared' };
type Basis = NonNullable<Comparison['interval']>['over'];

/** The comparisons of one metric at one level. */
export function comparisonsAt(result: Result, level: MeasuredLevel, metric: string): Comparison[] {
  return result.analysis.comparisons.filter(
    (comparison) =>
      comparison.metric === metric &&
      comparison.suite === level.suite &&
      comparison.language === level.language &&
      comparison.load === level.loadName &&
      (comparison.level === null || level.place === null || comparison.level === level.place),
  );
}

/** What a sentence about a level states: the clearest win, else the first comparison. */
export function headlineStanding(comparisons: readonly Comparison[]): Standing {
  const all = comparisons.map(standingOf);
  const wins = all.filter((standing) => standing.kind === 'won');
  wins.sort((one, other) => other.factor - one.factor);
  return wins[0] ?? all[0] ?? { kind: 'not-compared' };
}

/** A comparison turned so that its factor favours the one that is ahead. */
export function standingOf(comparison: Comparison): Standing {
  const { verdict, ratio, interval, winner, reasonCode } = comparison;
  switch (verdict) {
    case 'no-significant-difference': {
      const isCorrected = reasonCode === 'not-after-correction';
      return {
        kind: 'no-difference',
        low: isCorrected ? null : (interval?.low ?? null),
        high: isCorrected ? null : (interval?.high ?? null),
        over: interval?.over ?? null,
      };
    }
    case 'inconclusive':
      return undecided(comparison);
    case 'baseline':
    case 'candidate': {
      if (winner === null || ratio === null || interval === null || ratio <= 0 || interval.low <= 0)
        return undecided(comparison);
      const { low, high, over } = interval;
      const behind = winner === comparison.baseline ? comparison.candidate : comparison.baseline;
      return ratio >= 1
        ? { kind: 'won', ahead: winner, behind, factor: ratio, low, high, over }
        : { kind: 'won', ahead: winner, behind, factor: 1 / ratio, low: 1 / high, high: 1 / low, over };
    }
  }
}

function undecided(comparison: Comparison): Standing {
  const { reasonCode, ratio, baseline, candidate, better } = comparison;
  const reason = reasonCode ?? 'no-interval';
  // An invalid stage wins nothing, not even a look.
  if (ratio === null || ratio <= 0 || reason === 'stage-invalid' || reason === 'stage-failed')
    return { kind: 'inconclusive', reason, seen: null };
  const isCandidateAhead = ratio >= 1 === (better === 'higher');
  const [ahead, behind] = isCandidateAhead ? [candidate, baseline] : [baseline, candidate];
  return { kind: 'inconclusive', reason, seen: { ahead, behind, factor: ratio >= 1 ? ratio : 1 / ratio } };
}
