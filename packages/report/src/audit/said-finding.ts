import { type AuditCode, type AuditEvidence, type AuditFinding, auditRules } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { cleanLine } from '../write/clean-text.ts';

/** A finding in the words of a language. */
export type SaidFinding = {
  readonly sentence: string;
  /** Each place once. */
  readonly where: readonly string[];
  readonly why: string;
  readonly todo: string;
  /** What the rule stands on, and addresses where it is published. */
  readonly basis: string;
  readonly addresses: readonly string[];
};

/** What a language says of a finding. Quoted names and texts are made harmless for a terminal. */
export function sayFinding(finding: AuditFinding, { audit }: Catalogue): SaidFinding {
  const { says, todo } = ruleWords(finding.code, audit.rules);
  return {
    sentence: cleanLine(says(finding.evidence)),
    where: [...new Set(finding.where.map((place) => cleanLine(audit.place(place))))],
    why: audit.why(finding.code),
    todo: cleanLine(todo(finding.evidence)),
    basis: audit.basis(finding.code),
    addresses: auditRules[finding.code].reference.addresses,
  };
}

type AnyEvidence = AuditEvidence<AuditCode>;
type AnyWords = Record<'says' | 'todo', (evidence: AnyEvidence) => string>;

/** A finding's evidence is that of its own code, which the compiler cannot follow through the table of all rules. */
const ruleWords = (code: AuditCode, rules: Catalogue['audit']['rules']): AnyWords => rules[code] as AnyWords;
