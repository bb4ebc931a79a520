import { distinctPlaces, placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';
import { worstLengthDifference } from '../reading/length-difference.ts';

/** Mean lengths in tokens of each target, at the level where they differ most. */
export type UnequalLengths = {
  readonly which: 'input' | 'output';
  readonly lengths: readonly { readonly target: string; readonly tokens: number }[];
  readonly levels: number;
};

/** Targets that did not get, or did not give, the same amount of text. */
export const unequalLengths: AuditRule<'unequal-lengths', UnequalLengths> = {
  code: 'unequal-lengths',
  severity: 'warning',
  explanation:
    'Longer answers and longer prompts are more work. Targets that did not do the same work cannot be compared by their times, and rates shift too.',
  reference: {
    basis: 'mean lengths as the servers counted them, at the same level; more than 5 % and 16 tokens apart',
    addresses: [],
  },
  find: (result) =>
    (['input', 'output'] as const).flatMap((which) => {
      const worst = worstLengthDifference(result, which);
      if (worst === null) return [];
      return [
        {
          where: distinctPlaces(worst.levels.flatMap((group) => group.map(placeOf))),
          evidence: { which, lengths: worst.lengths, levels: worst.levels.length },
        },
      ];
    }),
};
