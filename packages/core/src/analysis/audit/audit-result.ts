import { severities } from '../../result/analysis/finding-schema.ts';
import type { Result } from '../../result/result-file.ts';
import type { AuditCode, AuditFinding } from './audit-finding.ts';
import type { AuditRule, Fault } from './audit-rule.ts';
import { auditRules } from './audit-rules.ts';

/**
 * What in a result contradicts itself, physics, statistics or a fair comparison: ours, another tool's, or the tables of a
 * document. Errors first, then in the order of the rules. A pure function.
 */
export function auditResult(result: Result): AuditFinding[] {
  const found = auditCodes.flatMap((code) => findingsOf(result, code));
  return severities.flatMap((severity) => found.filter((finding) => finding.severity === severity));
}

/** Every code, in the order of the rules. */
export const auditCodes = Object.keys(auditRules) as readonly AuditCode[];

/** Each rule's evidence is that of its own code, which the compiler cannot follow through the table of all rules. */
function findingsOf(result: Result, code: AuditCode): AuditFinding[] {
  const rule: AuditRule<string, unknown> = auditRules[code];
  return rule
    .find(result)
    .map(
      ({ where, evidence, severity = rule.severity }: Fault<unknown>) =>
        ({ code, severity, where, evidence }) as AuditFinding,
    );
}
