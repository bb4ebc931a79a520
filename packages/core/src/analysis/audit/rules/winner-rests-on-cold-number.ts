import type { Result } from '../../../result/result-file.ts';
import type { AuditPlace } from '../audit-place.ts';
import type { AuditRule } from '../audit-rule.ts';
import { claimsOf } from '../reading/claims.ts';
import { type ColdSingleUser, coldSingleUsers } from '../reading/cold-single-user.ts';
import { singleUserOf } from '../reading/single-user.ts';

/** Speeds for one user in tokens per second: the cold one, the same target's steady one, and the named winner's. */
export type ColdWinner = {
  readonly winner: string;
  readonly loser: string;
  readonly coldTokensPerSecond: number;
  readonly steadyTokensPerSecond: number;
  readonly winnerTokensPerSecond: number;
  /** How many statements stand on it. */
  readonly statements: number;
};

/** A winner for one user, or a crossover, that one cold figure decides. */
export const winnerRestsOnColdNumber: AuditRule<'winner-rests-on-cold-number', ColdWinner> = {
  code: 'winner-rests-on-cold-number',
  severity: 'error',
  explanation:
    'With the steady speed that the same document shows elsewhere, the named winner is behind. Every statement that stands on the cold figure falls with it.',
  reference: {
    basis: 'the figures of the same document: its language test, or its speed per user at the fewest users',
    addresses: [],
  },
  find: (result) => coldSingleUsers(result).flatMap((cold) => coldWinners(result, cold)),
};

function coldWinners(result: Result, cold: ColdSingleUser) {
  return result.targets.flatMap(({ name: winner }) => {
    const speed = singleUserOf(result, winner)?.speed ?? null;
    if (winner === cold.target || speed === null || speed >= cold.steady || speed <= cold.single.speed)
      return [];
    const where = statementsOn(result, { winner, loser: cold.target });
    if (where.length === 0) return [];
    const evidence: ColdWinner = {
      winner,
      loser: cold.target,
      coldTokensPerSecond: cold.single.speed,
      steadyTokensPerSecond: cold.steady,
      winnerTokensPerSecond: speed,
      statements: where.length,
    };
    return [{ where, evidence }];
  });
}

const speedMetrics = [
  'requestSpeed',
  'outputThroughput',
  'throughputPerUser',
  'decodeSpeed',
  'e2e',
  'e2eResponse',
];

function statementsOn(
  result: Result,
  { winner, loser }: { readonly winner: string; readonly loser: string },
) {
  const said = claimsOf(result, 'winner').filter(
    (claim) =>
      claim.winner === winner && claim.users === 1 && speedMetrics.includes(claim.metric.split('.')[0] ?? ''),
  );
  // Only the cold figure puts the loser of one user behind, so that the point from which it leads is made by it.
  const crossed = claimsOf(result, 'crossover').filter((claim) => claim.winner === loser);
  const compared = result.analysis.comparisons.filter(
    (comparison) =>
      comparison.suite === 'single-user' &&
      comparison.winner === winner &&
      [comparison.baseline, comparison.candidate].includes(loser),
  );
  return [
    ...[...said, ...crossed].map(({ text }): AuditPlace => ({ kind: 'statement', text })),
    ...compared.map(({ metric, suite, load }): AuditPlace => ({ kind: 'comparison', metric, suite, load })),
  ];
}
