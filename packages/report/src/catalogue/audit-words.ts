import type { AuditCode, AuditEvidence, AuditPlace, Severity } from '@kneepoint/core';

/** What is said of one rule's finding: the sentence with its numbers, and what to do about it. */
export type AuditRuleWords = {
  readonly [Code in AuditCode]: {
    readonly says: (evidence: AuditEvidence<Code>) => string;
    readonly todo: (evidence: AuditEvidence<Code>) => string;
  };
};

/** How many findings of each severity there are. */
export type AuditCounts = Readonly<Record<Severity, number>>;

/** Everything that an audit says: a rule that a language lacks does not compile. */
export type AuditWords = {
  readonly rules: AuditRuleWords;
  /** Why a rule's finding matters. */
  readonly why: (code: AuditCode) => string;
  /** What a rule stands on: a formula, a definition or a fact. */
  readonly basis: (code: AuditCode) => string;
  readonly title: (name: string) => string;
  readonly severity: Record<Severity, string>;
  /** What stands before a part of a finding, with its colon. */
  readonly labels: Record<'where' | 'why' | 'todo' | 'reference', string>;
  readonly place: (place: AuditPlace) => string;
  /** Places in a row, and how many more there are. */
  readonly places: (shown: readonly string[], more: number) => string;
  /** The last line; `rules` is how many were asked. */
  readonly counts: (counts: AuditCounts, rules: number) => string;
};
