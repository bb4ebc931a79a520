import type { DecidingCell, Recommendation } from '../../result/analysis/judgement-schema.ts';

type Decision = Pick<Recommendation, 'outcome' | 'choice' | 'reason'>;

/**
 * What the cells of a use decide. A choice only where those that name a winner name the same one; the first cell that has
 * values tells, where none of them does, whether no difference was measured or nothing was decided.
 *
 *     winners of the deciding cells    outcome
 *     one name                         choice
 *     several names                    contradictory
 *     none, first cell no difference   no-measured-difference
 *     none, first cell inconclusive    undecided
 *     no cell with two values          not-measured
 */
export function decide(cells: readonly DecidingCell[], targets: number): Decision {
  if (targets < 2) return { outcome: 'not-measured', choice: null, reason: 'one-target' };
  const deciding = cells.filter(({ decides, verdict }) => decides && verdict !== 'not-measured');
  const winners = [...new Set(deciding.flatMap(({ winner }) => winner ?? []))];
  const [choice] = winners;
  if (winners.length > 1) return { outcome: 'contradictory', choice: null, reason: null };
  if (choice !== undefined) return { outcome: 'choice', choice, reason: null };
  const [first] = deciding;
  if (first === undefined) return { outcome: 'not-measured', choice: null, reason: 'not-measured' };
  return first.verdict === 'no-difference'
    ? { outcome: 'no-measured-difference', choice: null, reason: first.reason }
    : { outcome: 'undecided', choice: null, reason: first.reason };
}
