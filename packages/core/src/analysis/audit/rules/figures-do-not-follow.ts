import type { Result } from '../../../result/result-file.ts';
import { placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';
import { type Identity, identitiesOf } from '../reading/identities.ts';

/** A figure as stated, and as others of the same stage give it, in the same unit. */
export type FigureDoesNotFollow = {
  readonly identity: Identity['name'];
  readonly stated: number;
  readonly derived: number;
  readonly unit: Identity['unit'];
};

/** Figures of one stage that must give each other and do not. */
export const figuresDoNotFollow: AuditRule<'figures-do-not-follow', FigureDoesNotFollow> = {
  code: 'figures-do-not-follow',
  severity: 'error',
  explanation:
    'These figures are bound to each other by their definitions. Where they disagree beyond what the ends of a window explain, at least one was measured over other requests, or is wrong.',
  reference: {
    basis:
      "each figure's definition; for requests in flight Little's law, L = lambda W (J. D. C. Little, Operations Research 9, 1961)",
    addresses: [],
  },
  find: (result: Result) =>
    result.stages.flatMap((stage) =>
      identitiesOf(stage)
        .filter(
          ({ stated, derived, tolerance }) => Math.abs(stated - derived) > tolerance * Math.abs(derived),
        )
        .map(({ name, stated, derived, unit }) => ({
          where: [placeOf(stage)],
          evidence: { identity: name, stated, derived, unit },
        })),
    ),
};
