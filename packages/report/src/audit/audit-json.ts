import type { AuditFinding } from '@kneepoint/core';
import type { AuditCounts } from '../catalogue/audit-words.ts';
import type { ReportLanguage } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { countFindings } from './count-findings.ts';
import { type SaidFinding, sayFinding } from './said-finding.ts';

/** An audit as data: `where` and `evidence` as the rules gave them, and `said` in the language's words. */
export type AuditJson = {
  readonly name: string;
  readonly language: ReportLanguage;
  readonly counts: AuditCounts;
  readonly findings: readonly (AuditFinding & { readonly said: SaidFinding })[];
};

/** The findings with their words, in the order of the audit. */
export function auditJson(
  findings: readonly AuditFinding[],
  { name, language }: { readonly name: string; readonly language: ReportLanguage },
): AuditJson {
  return {
    name,
    language,
    counts: countFindings(findings),
    findings: findings.map((finding) => ({ ...finding, said: sayFinding(finding, catalogues[language]) })),
  };
}
