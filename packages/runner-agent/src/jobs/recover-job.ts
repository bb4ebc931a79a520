import { readdir } from 'node:fs/promises';
import { exitCodes } from '@kneepoint/core';
import { failureOf } from './failure-of.ts';
import { salvageRecords } from './job-records.ts';
import type { LiveJob } from './live-job.ts';
import { recordsName } from './prepare-job.ts';

/**
 * Ends a job that was under way when the agent was killed. Its finished stages are in its result already; the records of
 * the turn that ran are put to the others. `stopped` is what was found running and ended, all jobs together.
 */
export async function recoverJob(job: LiveJob, stopped: readonly string[]): Promise<void> {
  const { state, stages, held } = job.record;
  const message = `the agent was ended while the job was ${state}${held ? ' and held' : ''}; ${stages.ended} of ${stages.total} stages are kept`;
  const failure = {
    code: 'agent-interrupted',
    message,
    hint: 'submit the plan again with this result to measure the stages that are missing',
    exitCode: exitCodes.interrupted,
  };
  if (held) {
    await job.change({ held: false });
    job.say({ kind: 'held', held: false });
  }
  const interruptedIn = job.record.interruptedIn ?? state;
  if (state === 'tearing-down') await job.change({ interruptedIn });
  else await job.move('fail', { interruptedIn }, message);
  for (const what of stopped) job.say({ kind: 'note', text: `found running and stopped: ${what}` });
  await salvageTurns(job).catch((error: unknown) =>
    job.say({ kind: 'note', text: `request records could not be saved: ${failureOf(error).message}` }),
  );
  const exit = { code: failure.exitCode, reason: message };
  await job.move('fail', { failure, exit }, message);
  await job.close();
}

async function salvageTurns(job: LiveJob): Promise<void> {
  const names = await readdir(job.path(''));
  const turns = new Set(
    names.map((name) => name.replace(/\.partial$/, '')).filter((name) => name.startsWith('turn-')),
  );
  for (const turn of [...turns].sort()) await salvageRecords(job.path(turn), job.path(recordsName));
}
