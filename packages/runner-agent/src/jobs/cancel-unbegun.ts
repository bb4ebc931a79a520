import { exitCodes } from '@kneepoint/core';
import type { LiveJob } from './live-job.ts';

/** Cancels a job that has not begun: nothing of it has to be stopped. */
export function cancelUnbegun(job: LiveJob): Promise<void> {
  const exit = { code: exitCodes.interrupted, reason: 'cancelled before it began' };
  return job.move('cancel', { exit }, exit.reason);
}
