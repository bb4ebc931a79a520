import { execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OwnResult } from '../packages/core/src/index.ts';
import type { TruthSnapshot } from '../packages/sim-server/src/index.ts';
import { type Disturbance, type DisturbedReport, disturbedLoad } from './support/disturbances.ts';
import { largestShift, markShifts } from './support/mark-shifts.ts';
import { readRecords, stageAt } from './support/read-result.ts';
import { newFolder } from './support/run-kneepoint.ts';
import { startDisturbedRun } from './support/start-disturbed-run.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

/** Half of what the main thread is held for: a mark or a gap that waited for it is beyond, one that did not is far below. */
const held = (disturbedLoad.blockMillis * 1000) / 2;
/** The machine is shared; the server's lateness is in its truth, the client's own is this much at most. */
const meanTolerance = 20_000;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal', '--precise');
});
afterAll(() => simulator.close());

type Ended = { readonly result: OwnResult; readonly report: DisturbedReport };
type Measured = Ended & { readonly truth: TruthSnapshot; readonly folder: string };

const begin = async (): Promise<string> => {
  await fetch(`${simulator.url}/truth/reset`, { method: 'POST' });
  return newFolder();
};

async function measure(disturbance: Disturbance): Promise<Measured> {
  const folder = await begin();
  const ended = await startDisturbedRun(simulator.url, folder, disturbance).ended;
  return { ...ended, truth: await simulator.truth(), folder };
}

const shiftOf = ({ truth, folder }: Measured): number =>
  largestShift(markShifts(readRecords(join(folder, 'requests.ndjson.gz')), truth.requests));

/** Every figure is the server's, and no gap, stall or mark waited for the main thread. */
function expectUntouched(measured: Measured): void {
  const { result, truth } = measured;
  const stage = stageAt(result, 0);
  const { ttft, tokenGap, chunkGap, maxStall } = stage.whole.metrics;
  expect(truth.totals).toMatchObject({ requests: disturbedLoad.requests, completed: disturbedLoad.requests });
  expect(stage.counts).toMatchObject({ completed: disturbedLoad.requests, failed: 0, cut: 0 });
  expect(tokenGap.count).toBe(truth.gap.count);
  expect(Math.abs((ttft.mean ?? Number.NaN) - (truth.timeToFirstToken.mean ?? Number.NaN))).toBeLessThan(
    meanTolerance,
  );
  expect(Math.abs((tokenGap.mean ?? Number.NaN) - (truth.gap.mean ?? Number.NaN))).toBeLessThan(
    meanTolerance,
  );
  expect(Math.abs((tokenGap.p99 ?? Number.NaN) - (truth.gap.p99 ?? Number.NaN))).toBeLessThan(held);
  for (const { max } of [tokenGap, chunkGap, maxStall, ttft]) expect(max ?? Number.NaN).toBeLessThan(held);
  expect(shiftOf(measured)).toBeLessThan(held);
}

/** The main thread was really held, and answers came in meanwhile. */
function expectHeld({ report }: Measured): void {
  expect(report.blocks.some((block) => block.completedAfter > block.completedBefore)).toBe(true);
  for (const block of report.blocks) expect(block.millis).toBeGreaterThanOrEqual(disturbedLoad.blockMillis);
}

test('a main thread that is busy for half a second in a stage moves no mark', async () => {
  const measured = await measure('busy-loop');
  expectHeld(measured);
  expectUntouched(measured);
});

test('garbage collections of a large heap on the main thread move no mark', async () => {
  const measured = await measure('garbage-collection');
  expectHeld(measured);
  expectUntouched(measured);
});

test('a screen and a sink of results that block move no mark', async () => {
  const measured = await measure('blocking-screen');
  expectHeld(measured);
  expectUntouched(measured);
});

test('a disk that takes no record until the stage is over moves no mark and loses no record', async () => {
  const folder = await begin();
  const path = join(folder, 'requests.ndjson.gz');
  // A pipe that nobody reads is a disk that hangs.
  execFileSync('mkfifo', [`${path}.partial`]);
  const running = startDisturbedRun(simulator.url, folder, 'stuck-disk');
  for (;;) {
    if ((await simulator.truth()).totals.completed >= disturbedLoad.requests) break;
    await delay(20);
  }
  const [bytes, ended] = await Promise.all([buffer(createReadStream(`${path}.partial`)), running.ended]);
  await rename(path, `${path}.pipe`);
  await writeFile(path, bytes);
  const measured = { ...ended, truth: await simulator.truth(), folder };
  expect(readRecords(path)).toHaveLength(disturbedLoad.requests);
  expectUntouched(measured);
});

test('the same look sees half a second in which the whole process was stopped', async () => {
  const folder = await begin();
  const running = startDisturbedRun(simulator.url, folder, 'none');
  for (;;) {
    if ((await simulator.truth()).totals.completed >= disturbedLoad.requests / 3) break;
    await delay(20);
  }
  running.process.kill('SIGSTOP');
  await delay(disturbedLoad.blockMillis);
  running.process.kill('SIGCONT');
  const measured = { ...(await running.ended), truth: await simulator.truth(), folder };
  expect(shiftOf(measured)).toBeGreaterThan(held);
  const { chunkGap, ttft } = stageAt(measured.result, 0).whole.metrics;
  expect(Math.max(chunkGap.max ?? 0, ttft.max ?? 0)).toBeGreaterThan(held);
});
