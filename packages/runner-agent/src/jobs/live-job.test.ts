import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePlan } from '@kneepoint/core';
import { expect, onTestFinished, test } from 'vitest';
import { EventLog } from '../events/event-log.ts';
import { createRedactor } from '../policy/redact.ts';
import { JobStore } from './job-store.ts';
import { jobSubmissionSchema } from './job-submission.ts';
import { LiveJob } from './live-job.ts';
import { newRecord } from './new-job.ts';
import { smallPlan } from './testing/agent-for-tests.ts';

const secret = 'a-secret-of-this-test';

async function newJob() {
  const folder = mkdtempSync(join(tmpdir(), 'kneepoint-live-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const plan = smallPlan(['  - { name: x, url: "http://127.0.0.1:1" }']);
  const submission = jobSubmissionSchema.parse({ plan });
  const record = newRecord(parsePlan(plan, 'plan.yaml'), submission);
  const store = await JobStore.open(folder);
  await store.create(record, submission);
  const log = new EventLog(store.path(record.id, 'events.ndjson'));
  const job = new LiveJob(record, { store, log, redactor: createRedactor([secret]), changed: () => {} });
  return { job, store };
}

test('a secret in an event or a record never reaches the disk', async () => {
  const { job } = await newJob();
  job.say({ kind: 'note', text: `the server said ${secret}` });
  const failure = { code: 'x', message: `no ${secret}`, hint: null, exitCode: 1 };
  await job.change({ failure });
  await job.close();
  for (const name of ['events.ndjson', 'job.json']) {
    const text = readFileSync(job.path(name), 'utf8');
    expect(text).toContain('[redacted]');
    expect(text).not.toContain(secret);
  }
});

test('a step that the table does not have is refused, and one that it has is on disk before it is told', async () => {
  const { job, store } = await newJob();
  await expect(job.move('measured')).rejects.toThrow('a job that is queued cannot measured');
  await job.move('start');
  expect(await store.list()).toMatchObject([{ id: job.id, state: 'deploying' }]);
});

test('nothing but the id of a job becomes a path', async () => {
  const { store } = await newJob();
  for (const id of ['..', '../x', 'job-1', 'job-0000000000000000000g', 'job-00000000000000000000/..', ''])
    expect(() => store.path(id, 'job.json')).toThrow('no id of a job');
});
