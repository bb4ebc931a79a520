import type { ParityDifference } from '../../../result/analysis/parity-schema.ts';
import { parityOf } from '../../parity/parity-of.ts';
import type { AuditRule } from '../audit-rule.ts';

/** Differences that weigh, and those that should be known. */
export type ParityBroken = {
  readonly differences: readonly ParityDifference[];
  readonly minor: readonly ParityDifference[];
};

/** Differences with a rule of their own. */
const elsewhere: readonly ParityDifference['code'][] = ['image', 'input-length', 'output-length'];

/** Targets that did not have the same chance. */
export const parity: AuditRule<'parity', ParityBroken> = {
  code: 'parity',
  severity: 'warning',
  explanation:
    'A comparison of servers holds only where both had the same chance. Otherwise it compares settings, and a winner is a winner of settings.',
  reference: {
    basis: 'arguments, configuration, prompts and order of the targets, held side by side',
    addresses: [],
  },
  find: (result) => {
    const all = parityOf(result).filter(({ code }) => !elsewhere.includes(code));
    const differences = all.filter(({ severity }) => severity !== 'note');
    const minor = all.filter(({ severity }) => severity === 'note');
    if (all.length === 0) return [];
    const where = result.targets.map(({ name: target }) => ({ kind: 'target' as const, target }));
    const [severity] = all.map((difference) => difference.severity);
    return [{ where, evidence: { differences, minor }, ...(severity === undefined ? {} : { severity }) }];
  },
};
