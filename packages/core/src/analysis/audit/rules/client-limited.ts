import type { Trust } from '../../../result/stage-schema.ts';
import { isClientTrustCode } from '../../trust-code.ts';
import { distinctPlaces, placeOf } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';

/** The reason that weighs most, as the stage has it, and how many stages have one. */
export type ClientLimited = {
  readonly verdict: 'suspect' | 'invalid';
  readonly reason: Trust['reasons'][number];
  readonly stages: number;
};

/** Stages in which the load generator was short of time itself: one finding for the invalid ones, one for the suspect. */
export const clientLimited: AuditRule<'client-limited', ClientLimited> = {
  code: 'client-limited',
  severity: 'warning',
  explanation: 'Then the figure is of the client: a faster server would look the same.',
  reference: {
    basis: "the stage's own trust verdict, by the limits of the reference page about trust",
    addresses: [],
  },
  find: ({ stages }) =>
    (['invalid', 'suspect'] as const).flatMap((verdict) => {
      const found = stages.flatMap((stage) => {
        const reason = stage.trust.reasons.find(({ code }) => isClientTrustCode(code));
        return stage.trust.verdict === verdict && reason !== undefined ? [{ stage, reason }] : [];
      });
      const [first] = found.toSorted((left, right) => beyond(right.reason) - beyond(left.reason));
      if (first === undefined) return [];
      return [
        {
          where: distinctPlaces(found.map(({ stage }) => placeOf(stage))),
          evidence: { verdict, reason: first.reason, stages: found.length },
          // The result says so itself; only what is invalid makes a statement doubtful.
          ...(verdict === 'suspect' ? { severity: 'note' as const } : {}),
        },
      ];
    }),
};

const beyond = ({ value, limit }: Trust['reasons'][number]): number =>
  value === null || limit === null || limit === 0 ? 0 : value / limit;
