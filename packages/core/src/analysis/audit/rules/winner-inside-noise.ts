import type { Result } from '../../../result/result-file.ts';
import type { AuditRule, Fault } from '../audit-rule.ts';
import { claimedValue } from '../reading/claimed-value.ts';
import { claimsOf } from '../reading/claims.ts';

/** A winner with its factor; `interval` of the ratio where there is one. */
export type WinnerInsideNoise = {
  readonly winner: string;
  readonly factor: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
};

/** Single runs of one server differ by so much; a winner by less, without repeats, may be chance. */
export const usualNoise = 0.05;

/** A winner that its own interval, or the usual spread of single runs, does not carry. */
export const winnerInsideNoise: AuditRule<'winner-inside-noise', WinnerInsideNoise> = {
  code: 'winner-inside-noise',
  severity: 'error',
  explanation: 'Measured again, the other may win. The right words are "no significant difference".',
  reference: {
    basis: 'a 95 % interval of the ratio that holds 1; without an interval, a difference below 5 %',
    addresses: [],
  },
  find: (result) => [...ofComparisons(result), ...ofClaims(result)],
};

const ofComparisons = ({ analysis }: Result): Fault<WinnerInsideNoise>[] =>
  analysis.comparisons.flatMap(({ winner, ratio, interval, metric, suite, load }) => {
    if (winner === null || ratio === null || interval === null) return [];
    if (interval.low > 1 || interval.high < 1) return [];
    const evidence: WinnerInsideNoise = {
      winner,
      factor: Math.max(ratio, 1 / ratio),
      interval: { low: interval.low, high: interval.high },
    };
    return [{ where: [{ kind: 'comparison', metric, suite, load }], evidence }];
  });

function ofClaims(result: Result): Fault<WinnerInsideNoise>[] {
  if (result.stages.some(({ repeat }) => repeat > 1)) return [];
  return claimsOf(result, 'winner').flatMap(({ winner, metric, users, text }) => {
    const others = result.targets.filter(({ name }) => name !== winner);
    const own = claimedValue(result, { target: winner, metric, users });
    const its = claimedValue(result, { target: others[0]?.name ?? '', metric, users });
    if (own === null || its === null || others.length > 1) return [];
    const ratio = own.moreIsBetter ? own.value / its.value : its.value / own.value;
    if (ratio < 1 || ratio >= 1 + usualNoise) return [];
    return [{ where: [{ kind: 'statement', text }], evidence: { winner, factor: ratio, interval: null } }];
  });
}
