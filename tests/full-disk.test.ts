import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { recordsLeft, resultNow } from './support/killed-run.ts';
import { readResult, stageAt } from './support/read-result.ts';
import { type RunningKneepoint, startKneepoint } from './support/run-kneepoint.ts';
import { mountSmallDisk, type SmallDisk } from './support/small-disk.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

const requests = 400;
const levels = ['users-8', 'users-9', 'users-10'];
const pollMillis = 20;

type FillingRun = {
  readonly disk: SmallDisk;
  readonly output: string;
  readonly running: RunningKneepoint;
};

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await delay(pollMillis);
}

/** A run of three levels whose disk is full from the middle of the second one on. */
async function runIntoFullDisk({ skip }: TestContext): Promise<FillingRun> {
  const disk = mountSmallDisk(2);
  if (typeof disk === 'string') return skip(disk);
  onTestFinished(disk.unmount);
  const simulator: Simulator = await startSimulator('--profile', 'ideal');
  onTestFinished(simulator.close);
  const output = join(disk.folder, 'result.json');
  const load = ['--users', '8,9,10', '--requests', String(requests), '--output-tokens', '4'];
  const words = ['bench', simulator.url, ...load, '--input-tokens', '40', '--output', output];
  const running = startKneepoint(words);
  await until(() => resultNow(output)?.stages.length === 1);
  await until(async () => (await simulator.truth()).totals.requests >= 1.25 * requests);
  disk.fill();
  return { disk, output, running };
}

const filesOf = ({ disk }: FillingRun): string[] => readdirSync(disk.folder).toSorted();

/** What was in the records when the disk became full is still there. */
function expectFirstLevelsRecords({ output }: FillingRun): void {
  const first = recordsLeft(output).filter((record) => record['stage'] === levels[0]);
  expect(first).toHaveLength(requests);
}

test('a disk that is full for a while costs request records, and no figure', async (context) => {
  const run = await runIntoFullDisk(context);
  await until(() => run.running.stderr().includes('tried again after the next stage'));
  expect(resultNow(run.output)?.stages.map(({ id }) => id)).toEqual([levels[0]]);
  run.disk.free();
  const { code, stderr } = await run.running.ended;
  expect([0, 5], stderr).toContain(code);
  expect(stderr.match(/records cannot be written any more: ENOSPC/g)).toHaveLength(1);
  const result = readResult(run.output);
  expect(result.stages.map(({ id, status }) => [id, status])).toEqual(levels.map((id) => [id, 'completed']));
  for (const { counts } of result.stages) expect(counts.completed).toBe(requests);
  expect(result.exit?.code).toBe(code);
  expect(result.requests.count).toBe(requests);
  expect(filesOf(run)).toEqual(['result.json', 'result.requests.ndjson.gz']);
  expectFirstLevelsRecords(run);
});

test('a disk that stays full: the figures are shown, the exit code is 1, and what was on disk is as it was', async (context) => {
  const run = await runIntoFullDisk(context);
  const { code, stdout, stderr } = await run.running.ended;
  expect(code, stderr).toBe(1);
  for (const level of levels) expect(stdout).toContain(`\n${level.replace('users-', '').padStart(5)} `);
  expect(stderr).toMatch(
    /\nkneepoint: the result file \S+ cannot be written: ENOSPC[^\n]+\n(?: {2,}[^\n]+\n)* {2}try +free some space[^\n]+\n(?: {2,}[^\n]+\n)*$/,
  );
  const result = readResult(run.output);
  expect(result.stages.map(({ id }) => id)).toEqual([levels[0]]);
  expect(stageAt(result, 0).counts.completed).toBe(requests);
  expect(filesOf(run)).toEqual(['filler', 'result.json', 'result.requests.ndjson.gz']);
  expectFirstLevelsRecords(run);
});
