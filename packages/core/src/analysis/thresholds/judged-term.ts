import { printTerm } from '../../plan/thresholds/print-threshold.ts';
import type { ThresholdTerm } from '../../plan/thresholds/threshold.ts';

/** A term as it is held against a stage: in an open loop a preset counts from the schedule. Its text says which it is. */
export function judgedTerm(term: ThresholdTerm, loop: 'closed' | 'open'): ThresholdTerm {
  const { measure } = term;
  if (loop === 'closed' || measure.kind !== 'latency' || measure.inOpenLoop === undefined) return term;
  const { inOpenLoop, ...rest } = measure;
  const judged = { ...term, measure: { ...rest, latency: inOpenLoop } };
  return { ...judged, text: printTerm(judged) };
}
