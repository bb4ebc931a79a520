import type { Plan } from '@kneepoint/core';
import { newJobId } from './job-id.ts';
import type { JobRecord } from './job-record.ts';
import type { JobSubmission } from './job-submission.ts';

/** The record of a job that has just been handed in. */
export function newRecord(plan: Plan, { keep }: JobSubmission): JobRecord {
  return {
    version: 1,
    id: newJobId(),
    name: plan.name,
    state: 'queued',
    createdAt: new Date().toISOString(),
    startedAt: null,
    endedAt: null,
    keep,
    held: false,
    targets: plan.targets.map(({ name }) => ({
      name,
      state: 'waiting',
      startup: null,
      facts: null,
      failure: null,
      logTail: [],
    })),
    stages: { total: 0, ended: 0 },
    interruptedIn: null,
    failure: null,
    exit: null,
    hasResult: false,
  };
}
