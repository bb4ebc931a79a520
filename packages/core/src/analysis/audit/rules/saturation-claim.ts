import type { AuditRule } from '../audit-rule.ts';
import { claimsOf } from '../reading/claims.ts';
import { levelsOf } from '../reading/levels.ts';

/** Throughput in tokens per second at the stated level and at the most users; `gain` is the share by which it grew. */
export type SaturationClaim = {
  readonly target: string;
  readonly fromUsers: number;
  readonly fromThroughput: number;
  readonly toUsers: number;
  readonly toThroughput: number;
  readonly gain: number;
};

/** A target that gains more than this share is not saturated. */
export const mostGainWhenSaturated = 0.1;

/** "Saturates after N users" although the throughput still grows. */
export const saturationClaim: AuditRule<'saturation-claim', SaturationClaim> = {
  code: 'saturation-claim',
  severity: 'warning',
  explanation:
    'A saturated server gains nothing from more users. One that still grows has room left that the statement denies.',
  reference: {
    basis: 'gain = throughput at the most users / throughput at the stated level - 1',
    addresses: [],
  },
  find: (result) =>
    claimsOf(result, 'saturates-after').flatMap(({ target, text, users }) => {
      const levels = levelsOf(result, target);
      const [from, to] = [levels.find((level) => level.users >= users), levels.at(-1)];
      if (from === undefined || to === undefined || from === to) return [];
      if (from.throughput === null || to.throughput === null || from.throughput <= 0) return [];
      const gain = to.throughput / from.throughput - 1;
      if (gain <= mostGainWhenSaturated) return [];
      return [
        {
          where: [{ kind: 'statement', text }],
          evidence: {
            target,
            fromUsers: from.users,
            fromThroughput: from.throughput,
            toUsers: to.users,
            toThroughput: to.throughput,
            gain,
          },
        },
      ];
    }),
};
