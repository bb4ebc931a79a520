import type { Result } from '../../../result/result-file.ts';
import type { Claim } from '../../../result/source-schema.ts';
import type { AuditRule } from '../audit-rule.ts';
import { claimsOf } from '../reading/claims.ts';
import { coldSingleUsers } from '../reading/cold-single-user.ts';
import { overtakes, throughputPoints } from '../reading/crossing.ts';

/** Users from which the winner leads: as stated, and as the table's levels give it; `null` where it has no such point. */
export type CrossoverAgainstTable = {
  readonly winner: string;
  readonly other: string;
  readonly statedUsers: number;
  readonly tableUsers: number | null;
  /** Whether there is a crossover left with the steady speed in place of a cold single-user figure; `null` without one. */
  readonly steady: { readonly users: number | null } | null;
};

/** A stated crossover that is not where the table's own levels cross. */
export const crossoverAgainstTable: AuditRule<'crossover-against-table', CrossoverAgainstTable> = {
  code: 'crossover-against-table',
  severity: 'error',
  explanation:
    'A crossover follows from the levels of the table. One that is elsewhere was estimated by eye, and a reader who chooses a server by it chooses the wrong one in between.',
  reference: {
    basis: 'linear interpolation of output throughput between the levels that both targets have',
    addresses: [],
  },
  find: (result) =>
    claimsOf(result, 'crossover').flatMap((claim) => {
      const evidence = crossoverOf(result, claim);
      return evidence === null ? [] : [{ where: [{ kind: 'statement', text: claim.text }], evidence }];
    }),
};

function crossoverOf(
  result: Result,
  { winner, users }: Extract<Claim, { kind: 'crossover' }>,
): CrossoverAgainstTable | null {
  const others = result.targets.map(({ name }) => name).filter((name) => name !== winner);
  const [other] = others;
  if (other === undefined || others.length > 1) return null;
  const otherPoints = throughputPoints(result, other);
  const table = overtakes(throughputPoints(result, winner), otherPoints);
  if (table.kind === 'unknown') return null;
  // The first whole number of users at which it is ahead is what a person may state.
  if (table.kind === 'at' && Math.abs(users - table.users) < 1) return null;
  const cold = coldSingleUsers(result).find(({ target }) => target === winner) ?? null;
  const left = cold === null ? null : overtakes(throughputPoints(result, winner, cold.steady), otherPoints);
  return {
    winner,
    other,
    statedUsers: users,
    tableUsers: table.kind === 'at' ? table.users : null,
    steady: left === null ? null : { users: left.kind === 'at' ? left.users : null },
  };
}
