import type { AuditRule } from '../audit-rule.ts';
import { claimsOf } from '../reading/claims.ts';
import { levelsOf } from '../reading/levels.ts';

/** Speeds of a user in tokens per second at the fewest and the most users; `share` is the second over the first. */
export type LinearScalingClaim = {
  readonly target: string;
  readonly fromUsers: number;
  readonly fromPerUser: number;
  readonly toUsers: number;
  readonly toPerUser: number;
  readonly share: number;
};

/** Below this share of the first level's speed per user, growth is not linear. */
export const leastLinearShare = 0.9;

/** "Linear scaling" although a user's speed falls as users are added. */
export const linearScalingClaim: AuditRule<'linear-scaling-claim', LinearScalingClaim> = {
  code: 'linear-scaling-claim',
  severity: 'warning',
  explanation:
    'Linear scaling means that a user keeps the speed that he had among few. Who plans capacity by it buys too little.',
  reference: {
    basis: 'efficiency = (throughput / users) at the most users over the same at the fewest',
    addresses: [],
  },
  find: (result) =>
    claimsOf(result, 'linear-scaling').flatMap(({ target, text }) => {
      const levels = levelsOf(result, target).filter(({ users }) => users > 1);
      const [from, to] = [levels[0], levels.at(-1)];
      if (from === undefined || to === undefined || from === to) return [];
      if (from.perUser === null || to.perUser === null) return [];
      const share = to.perUser / from.perUser;
      if (share >= leastLinearShare) return [];
      return [
        {
          where: [{ kind: 'statement', text }],
          evidence: {
            target,
            fromUsers: from.users,
            fromPerUser: from.perUser,
            toUsers: to.users,
            toPerUser: to.perUser,
            share,
          },
        },
      ];
    }),
};
