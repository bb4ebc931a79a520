import type { AuditRule } from '../audit-rule.ts';

/** A ratio as stated, and as the two values beside it give it. */
export type RatioDoesNotFollow = {
  readonly baseline: string;
  readonly candidate: string;
  readonly metric: string;
  readonly stated: number;
  readonly derived: number;
};

/** So much may a ratio of means differ from the ratio of the printed means: its method may weigh repeats. */
export const mostRatioDifference = 0.03;

/** A comparison whose ratio is not that of its values. */
export const ratioDoesNotFollow: AuditRule<'ratio-does-not-follow', RatioDoesNotFollow> = {
  code: 'ratio-does-not-follow',
  severity: 'error',
  explanation: 'The ratio is what is quoted; it must be that of the two figures that are compared.',
  reference: { basis: 'ratio = candidate / baseline', addresses: [] },
  find: ({ analysis }) =>
    analysis.comparisons.flatMap((comparison) => {
      const { baseline, candidate, metric, suite, load, ratio, baselineValue, candidateValue } = comparison;
      if (ratio === null || !baselineValue || candidateValue === null) return [];
      const derived = candidateValue / baselineValue;
      if (Math.abs(ratio - derived) <= mostRatioDifference * derived) return [];
      return [
        {
          where: [{ kind: 'comparison', metric, suite, load }],
          evidence: { baseline, candidate, metric, stated: ratio, derived },
        },
      ];
    }),
};
