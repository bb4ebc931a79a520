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
  readonly title: (name: string) => string;
  readonly severity: Record<Severity, string>;
  readonly labels: {
    readonly where: string;
    readonly why: string;
    readonly todo: string;
    readonly reference: string;
  };
  readonly place: (place: AuditPlace) => string;
  /** After the places that are shown: how many more there are. */
  readonly more: (count: number) => string;
  /** The last line; `rules` is how many were asked. */
  readonly counts: (counts: AuditCounts, rules: number) => string;
};
