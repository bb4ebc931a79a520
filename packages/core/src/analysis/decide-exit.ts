import { exitCodes } from '../errors/kneepoint-error.ts';
import type { ThresholdOutcome } from '../plan/thresholds/threshold-outcome.ts';
import type { Result } from '../result/result-file.ts';
import type { Stage } from '../result/stage-schema.ts';
import { failureText } from './thresholds/evaluate-thresholds.ts';

/** What the exit code is decided from; thresholds are none where nobody gave any. */
export type ExitEvidence = Pick<Result, 'stages'> & { readonly thresholds?: readonly ThresholdOutcome[] };

/**
 * The exit code that a result deserves, with its reason in one sentence. The first that applies:
 *
 *     130  interrupted: not everything was measured, so the thresholds are not decided
 *       3  a target stopped answering
 *       5  no request got an answer: there is nothing to hold a threshold against
 *       4  a threshold is not met; a stage that is invalid does not meet those on it
 *       5  a stage is invalid, and no threshold is about it, or there is none
 *       0  everything else
 */
export function decideExit(result: ExitEvidence, interrupted: boolean): NonNullable<Result['exit']> {
  const { stages } = result;
  if (interrupted)
    return {
      code: exitCodes.interrupted,
      reason: 'interrupted; what was measured until then is in the result',
    };
  const dead = stages.find(isUnreachable);
  if (dead !== undefined)
    return {
      code: exitCodes.targetUnreachable,
      reason: `the target ${dead.target} stopped answering: ${said(dead)}`,
    };
  if (stages.every((stage) => stage.counts?.completed === 0)) {
    const [first] = stages;
    return {
      code: exitCodes.resultInvalid,
      reason: `no request got an answer: ${first === undefined ? 'nothing was run' : said(first)}`,
    };
  }
  const failures = (result.thresholds ?? []).map(failureText).filter((text) => text !== null);
  if (failures.length > 0)
    return {
      code: exitCodes.thresholdsNotMet,
      reason: `thresholds not met: ${failures.length} of ${result.thresholds?.length ?? 0}; ${failures[0]}`,
    };
  const invalid = stages.filter((stage) => stage.trust.verdict === 'invalid');
  const [worst] = invalid;
  if (worst === undefined) return { code: exitCodes.ok, reason: 'finished' };
  const why = worst.trust.reasons[0]?.message ?? 'no reason given';
  return {
    code: exitCodes.resultInvalid,
    reason: `${invalid.length} of ${stages.length} stages are invalid; ${worst.id}: ${why}`,
  };
}

/** A stage after which the same target brings nothing at another level either: no answer at all, or none any more. */
export const isHopeless = (stage: Stage): boolean => stage.status === 'failed' || stoppedAnswering(stage);

const stoppedAnswering = (stage: Stage): boolean =>
  stage.statusReason?.startsWith('the target could not be reached') ?? false;

/** Nothing but failed connections, lost connections or silence until the end. */
function isUnreachable(stage: Stage): boolean {
  if (stoppedAnswering(stage)) return true;
  const errors = errorsOf(stage);
  return stage.status === 'failed' && errors.length > 0 && errors.every((error) => isSilence(error));
}

/** Those of the warm-up where the stage got no further. */
const errorsOf = ({ errors, warmup }: Stage): Stage['errors'] =>
  errors.length > 0 ? errors : (warmup?.errors ?? []);

const isSilence = (error: Stage['errors'][number]): boolean =>
  error.class === 'connect' || error.class === 'timeout' || error.detail.startsWith('connection lost before');

/** What failed most, in the server's words. */
function said(stage: Stage): string {
  const [first] = errorsOf(stage);
  if (first === undefined) return stage.statusReason ?? 'no reason is known';
  const sample = first.sample.replace(/\s+/g, ' ').slice(0, 200);
  return `${first.class} (${first.detail})${sample === '' ? '' : `: ${sample}`}`;
}
