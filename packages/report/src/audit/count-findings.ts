import type { AuditFinding } from '@kneepoint/core';
import type { AuditCounts } from '../catalogue/audit-words.ts';

/** How many findings there are of each severity. */
export function countFindings(findings: readonly AuditFinding[]): AuditCounts {
  const of = (severity: AuditFinding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), note: of('note') };
}
