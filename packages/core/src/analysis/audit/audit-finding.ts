import type { Severity } from '../../result/analysis/finding-schema.ts';
import type { AuditPlace } from './audit-place.ts';
import type { AuditRule } from './audit-rule.ts';
import type { auditRules } from './audit-rules.ts';

type Rules = typeof auditRules;

/** The code of a rule of the audit. */
export type AuditCode = keyof Rules;

/** The evidence that a rule gives, by its code. */
export type AuditEvidence<Code extends AuditCode> =
  Rules[Code] extends AuditRule<Code, infer Evidence> ? Evidence : never;

/** What a rule found: where, how much it weighs, and the numbers and names of its sentence. */
export type AuditFinding<Code extends AuditCode = AuditCode> = {
  [Each in Code]: {
    readonly code: Each;
    readonly severity: Severity;
    readonly where: readonly AuditPlace[];
    readonly evidence: AuditEvidence<Each>;
  };
}[Code];
