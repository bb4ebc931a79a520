import { exitCodes, type OwnResult } from '@kneepoint/core';
import type { Failure, JobRecord } from './job-record.ts';
import type { JobTrigger } from './job-state.ts';

/** How a job ends. */
export type EndedJob = {
  readonly trigger: Extract<JobTrigger, 'succeed' | 'fail' | 'cancel'>;
  readonly failure: Failure | null;
  readonly exit: NonNullable<JobRecord['exit']>;
};

/** What a job's end is decided from. `result` is `null` where no target ever answered. */
export type JobEvidence = {
  readonly stopped: boolean;
  readonly failures: readonly Failure[];
  readonly result: OwnResult | null;
};

/**
 * A job that measured something is done, even where a target failed: its exit says so. One that was stopped is
 * cancelled, one that measured nothing has failed.
 */
export function endOfJob({ stopped, failures, result }: JobEvidence): EndedJob {
  const [first = null] = failures;
  const measured = result !== null && result.stages.length > 0;
  if (stopped) {
    const exit = result?.exit ?? {
      code: exitCodes.interrupted,
      reason: 'cancelled before anything was measured',
    };
    return { trigger: 'cancel', failure: null, exit };
  }
  if (first !== null && !measured)
    return { trigger: 'fail', failure: first, exit: { code: first.exitCode, reason: first.message } };
  // A target that is missing outweighs what the others' figures say, as one that stops answering does in a result.
  const exit =
    first === null
      ? (result?.exit ?? { code: exitCodes.ok, reason: 'nothing was left to measure' })
      : { code: first.exitCode, reason: first.message };
  return { trigger: 'succeed', failure: first, exit };
}
