import { exitCodes, KneepointError } from '@kneepoint/core';
import type { JobRecord } from './job-record.ts';
import type { JobRun } from './job-run.ts';
import { isEnded } from './job-state.ts';

/** A job and, where it is under way, its run. */
export type ControlledJob = { readonly record: JobRecord; readonly run: JobRun | null };

/** Makes a job wait before its next stage; one that is held stays so. Throws where nothing of it can wait. */
export function holdJob(job: ControlledJob): void {
  if (!underWay(job, 'hold').hold())
    throw refused('nothing-to-hold', 'no stage of the job comes any more', 'what it has measured is kept');
}

/** Lets a held job go on. Throws where it is not held. */
export function releaseJob(job: ControlledJob): void {
  if (!underWay(job, 'release').release())
    throw refused('job-not-held', 'nobody holds the job', 'POST /jobs/{id}/hold does');
}

/** Ends the stage that runs; what it measured is kept as partial. Throws where no stage runs. */
export function skipStage(job: ControlledJob): void {
  if (!underWay(job, 'skip').skip())
    throw refused('no-stage', 'no stage of the job runs at this moment', 'its events say when one does');
}

function underWay({ record, run }: ControlledJob, asked: string): JobRun {
  if (isEnded(record.state))
    throw refused('job-ended', 'the job has ended already', `there is nothing to ${asked}`);
  if (run === null)
    throw refused(
      'job-waits',
      `the job has not begun: there is nothing to ${asked} yet`,
      'wait until the jobs before it have ended, or cancel it',
    );
  return run;
}

const refused = (code: string, message: string, hint: string): KneepointError =>
  new KneepointError(message, { code, exitCode: exitCodes.usage, hint });
