import type { AuditRule } from '../audit-rule.ts';

/** How many targets, and stages that were measured once. */
export type NoRepeats = { readonly targets: number; readonly stages: number };

/** Every level was measured once. */
export const noRepeats: AuditRule<'no-repeats', NoRepeats> = {
  code: 'no-repeats',
  severity: 'warning',
  explanation:
    'One run shows no spread: nobody can say whether a difference would come again, and there is no interval to hold it against.',
  reference: {
    basis: 'a t-based 95 % interval needs two repeats at least, and is of use from three on',
    addresses: [],
  },
  find: ({ stages, targets }) => {
    const measured = stages.filter(({ status }) => status !== 'failed');
    if (measured.length === 0 || measured.some(({ repeat }) => repeat > 1)) return [];
    return [
      {
        where: [],
        evidence: { targets: targets.length, stages: measured.length },
        // With one target there is nothing to compare, so that nothing false can follow from it.
        ...(targets.length === 1 ? { severity: 'note' as const } : {}),
      },
    ];
  },
};
