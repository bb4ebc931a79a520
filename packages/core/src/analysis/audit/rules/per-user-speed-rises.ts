import { placeOf } from '../audit-place.ts';
import type { AuditRule, Fault } from '../audit-rule.ts';
import { type Level, levelsOf } from '../reading/levels.ts';

/** Speeds of a user in tokens per second at two neighbouring levels. */
export type PerUserSpeedRises = {
  readonly target: string;
  readonly fromUsers: number;
  readonly fromPerUser: number;
  readonly toUsers: number;
  readonly toPerUser: number;
};

/** So much faster may a user be at a higher level by chance. */
export const mostRise = 1.15;

/** A user is faster among more users. The single user has a rule of its own. */
export const perUserSpeedRises: AuditRule<'per-user-speed-rises', PerUserSpeedRises> = {
  code: 'per-user-speed-rises',
  severity: 'warning',
  explanation:
    'A larger batch never makes its members faster. Either the lower level was disturbed, or the higher one did other work: shorter prompts, cached ones, fewer users in flight than stated.',
  reference: { basis: 'per-user speed = output throughput / users, level by level', addresses: [] },
  find: (result) => result.targets.flatMap(({ name }) => risesIn(levelsOf(result, name))),
};

function risesIn(levels: readonly Level[]): Fault<PerUserSpeedRises>[] {
  const several = levels.filter(({ users }) => users > 1);
  return several.slice(1).flatMap((to, index) => {
    const from = several[index];
    if (from === undefined || from.perUser === null || to.perUser === null) return [];
    if (to.perUser <= from.perUser * mostRise) return [];
    return [
      {
        where: [...from.stages.slice(0, 1), ...to.stages.slice(0, 1)].map(placeOf),
        evidence: {
          target: to.target,
          fromUsers: from.users,
          fromPerUser: from.perUser,
          toUsers: to.users,
          toPerUser: to.perUser,
        },
      },
    ];
  });
}
