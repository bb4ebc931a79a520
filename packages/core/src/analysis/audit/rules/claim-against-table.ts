import type { Result } from '../../../result/result-file.ts';
import type { Claim } from '../../../result/source-schema.ts';
import type { AuditRule } from '../audit-rule.ts';
import { claimedValue } from '../reading/claimed-value.ts';
import { claimsOf } from '../reading/claims.ts';

/** The factor and the winner as stated, and as the table's figures give them; values in the metric's own unit. */
export type ClaimAgainstTable = {
  readonly metric: string;
  readonly users: number | null;
  readonly statedWinner: string;
  readonly statedFactor: number | null;
  readonly tableWinner: string;
  readonly tableFactor: number;
};

/** A stated winner or factor that the table's figures do not give. */
export const claimAgainstTable: AuditRule<'claim-against-table', ClaimAgainstTable> = {
  code: 'claim-against-table',
  severity: 'error',
  explanation: 'The statement is what readers remember. It must follow from the figures beside it.',
  reference: {
    basis: 'the better figure over the other; a factor may be rounded or cut at its last digit',
    addresses: [],
  },
  find: (result) =>
    claimsOf(result, 'winner').flatMap((claim) => {
      const evidence = againstTable(result, claim);
      return evidence === null ? [] : [{ where: [{ kind: 'statement', text: claim.text }], evidence }];
    }),
};

function againstTable(
  result: Result,
  { metric, users, winner, factor }: Extract<Claim, { kind: 'winner' }>,
): ClaimAgainstTable | null {
  const others = result.targets.map(({ name }) => name).filter((name) => name !== winner);
  const [other] = others;
  if (other === undefined || others.length > 1) return null;
  const own = claimedValue(result, { target: winner, metric, users });
  const its = claimedValue(result, { target: other, metric, users });
  if (own === null || its === null || own.value <= 0 || its.value <= 0) return null;
  const advantage = own.moreIsBetter ? own.value / its.value : its.value / own.value;
  const isRight = advantage >= 1 && (factor === null || Math.abs(factor - advantage) < lastDigit(factor));
  if (isRight) return null;
  return {
    metric,
    users,
    statedWinner: winner,
    statedFactor: factor,
    tableWinner: advantage >= 1 ? winner : other,
    tableFactor: Math.max(advantage, 1 / advantage),
  };
}

/** One unit of the last digit that was written: 0.1 for 2.7, 1 for 10. */
function lastDigit(factor: number): number {
  const decimals = `${factor}`.split('.')[1]?.length ?? 0;
  return 10 ** -decimals;
}
