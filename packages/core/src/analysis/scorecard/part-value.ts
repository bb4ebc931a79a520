import type { Evidence } from '../../result/analysis/finding-schema.ts';
import type { ScoreReason } from '../../result/analysis/judgement-schema.ts';
import type { Target } from '../../result/result-file.ts';
import type { JudgedFacts } from '../recommendations/use-case-rule.ts';

/** A part as it was found: its value in the rule's unit with what it is made of, or why there is none. */
export type PartValue =
  | { readonly kind: 'known'; readonly value: number; readonly numbers: readonly Evidence[] }
  | { readonly kind: 'unknown'; readonly reason: ScoreReason };

/** The formula of a part. */
export type PartFormula = (facts: JudgedFacts, target: Target) => PartValue;

export const known = (value: number, numbers: readonly Evidence[] = []): PartValue => ({
  kind: 'known',
  value,
  numbers,
});
export const unknownPart = (reason: ScoreReason = 'not-measured'): PartValue => ({
  kind: 'unknown',
  reason,
});
