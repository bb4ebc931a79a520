import type { Severity } from '../../result/analysis/finding-schema.ts';
import type { Result } from '../../result/result-file.ts';
import type { AuditPlace } from './audit-place.ts';

/** One thing that a rule found. `severity` is there where it differs from the rule's own. */
export type Fault<Evidence> = {
  readonly where: readonly AuditPlace[];
  readonly evidence: Evidence;
  readonly severity?: Severity;
};

/** What a rule stands on: a formula, a definition or a fact in English, and where it is published. */
export type AuditReference = { readonly basis: string; readonly addresses: readonly string[] };

/**
 * A rule of the audit. `explanation` says why it matters, in English; `find` is pure and gives nothing where what it needs
 * is unknown.
 */
export type AuditRule<Code extends string, Evidence> = {
  readonly code: Code;
  readonly severity: Severity;
  readonly explanation: string;
  readonly reference: AuditReference;
  readonly find: (result: Result) => readonly Fault<Evidence>[];
};
