import { type Finding, findingsOf, type Result, type Stage } from '@kneepoint/core';
import type { Named, Outcome } from '../catalogue/statement-parts.ts';

/** The findings that a result holds; of one that nobody analysed they are derived here. */
export const findingsIn = (result: Result): readonly Finding[] =>
  result.analysis.findings.length > 0 ? result.analysis.findings : findingsOf(result);

/** A number of a finding; `null` where it has none of that name. */
export const numberOf = (finding: Finding, name: string): number | null =>
  finding.numbers[name]?.value ?? null;

/** A name in a finding; an empty text where it has none. */
export const nameOf = (finding: Finding, name: string): string => finding.names[name] ?? '';

/** The figure of each target. */
export const figuresOf = ({ targets }: Finding): Named[] =>
  targets.map(({ target, value }) => ({ target, value }));

/** The stages that a finding stands on, in the order of the result. */
export function stagesOf(finding: Finding, { stages }: Result): Stage[] {
  const wanted = new Set(finding.stages);
  return stages.filter(({ id }) => wanted.has(id));
}

/** How the targets of a finding stand to one another, as sentences say it. */
export function outcomeIn(finding: Finding): Outcome {
  const { standing } = finding;
  const [factor, low, high] = ['factor', 'low', 'high'].map((name) => numberOf(finding, name));
  switch (standing?.kind) {
    case 'won':
      if (standing.ahead === null || factor == null || low == null || high == null)
        return { kind: 'not-compared' };
      return { kind: 'won', winner: standing.ahead, factor, low, high };
    case 'no-difference':
      return { kind: 'no-difference', low: low ?? null, high: high ?? null };
    case 'inconclusive': {
      const { ahead, behind, reason } = standing;
      const isSeen = ahead !== null && behind !== null && factor != null;
      return {
        kind: 'inconclusive',
        why: whyOf(reason),
        ratio: isSeen ? { higher: ahead, lower: behind, factor } : null,
      };
    }
    case 'not-compared':
    case undefined:
      return { kind: 'not-compared' };
  }
}

function whyOf(reason: string | null): Extract<Outcome, { kind: 'inconclusive' }>['why'] {
  if (reason === 'one-repeat' || reason === 'window-too-short') return 'one-repeat';
  return reason === 'stage-invalid' || reason === 'stage-failed' ? 'invalid-stage' : 'other';
}
