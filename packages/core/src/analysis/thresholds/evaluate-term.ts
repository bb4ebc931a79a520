import { limitText } from '../../plan/thresholds/quantity-text.ts';
import {
  type Comparison,
  type ThresholdTerm,
  type TrustVerdict,
  trustVerdicts,
} from '../../plan/thresholds/threshold.ts';
import type { ThresholdCheck } from '../../plan/thresholds/threshold-outcome.ts';
import { judgedTerm } from './judged-term.ts';
import type { MeasuredStage } from './measured-stage.ts';
import { stageValue } from './stage-value.ts';
import { valueText } from './value-text.ts';

/**
 * Holds a threshold against one stage, whether or not its selectors fit. Without data it does not pass, and neither does
 * a stage that is invalid: its figures say nothing of the server.
 *
 *     value    limit kept    stage      verdict
 *     none     -             any        no-data
 *     known    no            any        fail
 *     known    yes           invalid    fail
 *     known    yes           other      pass
 */
export function evaluateTerm(written: ThresholdTerm, stage: MeasuredStage): ThresholdCheck {
  const term = judgedTerm(written, stage.load.loop);
  const { comparison, limit } = term;
  const found = stageValue(term, stage);
  const check = { stage: stage.id, unit: limit.unit, limit: limit.value };
  if (found.value === null) return { ...check, value: null, verdict: 'no-data', reason: found.reason };
  const kept = isKept(found.value, comparison, limit.value);
  const invalid = stage.trust.verdict === 'invalid';
  if (kept && !invalid) return { ...check, value: found.value, verdict: 'pass', reason: null };
  const broken = `${valueText(found.value, limit)} is not ${comparison} ${limitText(limit)}`;
  const reason = kept || limit.unit === 'verdict' ? trustText(stage) : broken;
  return { ...check, value: found.value, verdict: 'fail', reason };
}

/** `the stage is invalid: ` and the first reason, which is among the worst. */
function trustText({ trust }: MeasuredStage): string {
  return `the stage is ${trust.verdict}: ${trust.reasons[0]?.message ?? 'no reason given'}`;
}

type Comparable = number | TrustVerdict;

function isKept(value: Comparable, comparison: Comparison, limit: Comparable): boolean {
  const difference = rank(value) - rank(limit);
  switch (comparison) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '==':
      return difference === 0;
  }
}

/** Verdicts compare by how good they are. */
const rank = (value: Comparable): number =>
  typeof value === 'number' ? value : trustVerdicts.indexOf(value);
