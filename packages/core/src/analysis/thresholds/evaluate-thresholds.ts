import type { Threshold } from '../../plan/thresholds/threshold.ts';
import type { ThresholdCheck, ThresholdOutcome } from '../../plan/thresholds/threshold-outcome.ts';
import { evaluateTerm } from './evaluate-term.ts';
import { judgedTerm } from './judged-term.ts';
import type { MeasuredStage } from './measured-stage.ts';
import { selectedStages } from './selected-stages.ts';

/**
 * Holds each threshold against every stage that it selects. All of them have to pass, each repeat on its own: a mean over
 * repeats would let a good one hide a bad one. A threshold without a stage has no data, which is not met.
 * Between stages the outcome of a run that goes on is in `failedChecks`, which does not mind stages still to come.
 */
export function evaluateThresholds(
  thresholds: readonly Threshold[],
  stages: readonly MeasuredStage[],
): ThresholdOutcome[] {
  return thresholds.map((threshold) => {
    const selected = selectedStages(threshold, stages);
    const checks = selected.map((stage) => evaluateTerm(threshold, stage));
    return { text: textOf(threshold, selected), verdict: verdictOf(checks), checks };
  });
}

/** As it was written, or as it was judged where that is the same for all its stages. */
function textOf(threshold: Threshold, stages: readonly MeasuredStage[]): string {
  const [first, ...others] = new Set(stages.map(({ load }) => judgedTerm(threshold, load.loop).text));
  return first === undefined || others.length > 0 ? threshold.text : first;
}

function verdictOf(checks: readonly ThresholdCheck[]): ThresholdOutcome['verdict'] {
  const verdicts = checks.map((check) => check.verdict);
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.length === 0 || verdicts.includes('no-data') ? 'no-data' : 'pass';
}

/** A check that did not pass, with the threshold that it belongs to. */
export type FailedCheck = { readonly text: string; readonly check: ThresholdCheck };

/** Every check that did not pass, for want of data or not; with one of them no later stage can save the run. */
export const failedChecks = (outcomes: readonly ThresholdOutcome[]): readonly FailedCheck[] =>
  outcomes.flatMap(({ text, checks }) =>
    checks.filter((check) => check.verdict !== 'pass').map((check) => ({ text, check })),
  );

/** What did not hold, in one sentence that begins with the threshold; `null` for an outcome that passed. */
export function failureText(outcome: ThresholdOutcome): string | null {
  if (outcome.verdict === 'pass') return null;
  const [first, ...others] = failedChecks([outcome]);
  if (first === undefined) return `"${outcome.text}": no stage that it is about was measured`;
  const more = others.length === 0 ? '' : `, and at ${others.length} more`;
  const what = first.check.verdict === 'no-data' ? 'no data: ' : '';
  return `"${outcome.text}": ${what}${first.check.reason ?? 'not met'} at ${first.check.stage}${more}`;
}
