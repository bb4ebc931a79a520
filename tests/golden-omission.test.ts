import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { OwnStage } from '../packages/core/src/index.ts';
import { readResult, stageAt } from './support/read-result.ts';
import { hasMeasured, newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { startStallingServer } from './support/start-stalling-server.ts';

/**
 * 200 requests a second for 4 s, and a server that answers nothing from its 200th request on for 1.4 s. The 280 requests
 * that are planned meanwhile wait 1.4 s, 1.395 s, ... 5 ms. p99 has 8 of 800 above it: 1.4 s - 8 * 5 ms = 1.36 s. The
 * bounds leave room for a machine that is late; a tool that waits for answers before it asks again is far below them.
 */
const stall = { at: 200, millis: 1400 };
const seenAtLeast = 1_250_000;

async function measureStall(...load: string[]): Promise<OwnStage> {
  const server = await startStallingServer(stall.at, stall.millis);
  onTestFinished(server.close);
  const output = join(newFolder(), 'result.json');
  const small = ['--model', 'm', '--input-tokens', '40', '--output-tokens', '1', '--quiet'];
  const end = await runKneepoint(['bench', server.url, ...load, ...small, '--output', output]);
  expect(end, end.stderr).toSatisfy(hasMeasured);
  return stageAt(readResult(output), 0);
}

const rate = ['--rate', '200', '--arrivals', 'constant', '--duration', '4s', '--warmup', '0'];

test('an open loop shows a stall of the server in the p99 from the schedule and from the send', async () => {
  const { counts, whole } = await measureStall(...rate);
  expect(counts).toMatchObject({ planned: 800, dispatched: 800, dropped: 0, completed: 800, failed: 0 });
  const { ttftResponse, e2eResponse, ttft, startLag } = whole.metrics;
  for (const { p99, max } of [ttftResponse, e2eResponse, ttft]) {
    expect(p99).toBeGreaterThan(seenAtLeast);
    expect(max).toBeGreaterThanOrEqual(p99 ?? Number.NaN);
  }
  // Arrivals do not wait for answers: no start is late by anything like the stall.
  expect(startLag.max).toBeLessThan(seenAtLeast / 2);
  expect(ttftResponse.p50).toBeLessThan(seenAtLeast / 2);
});

test('a closed loop of few users sees the same stall in as many requests only, and its p99 does not show it', async () => {
  const { counts, whole } = await measureStall('--users', '2', '--requests', '1500');
  expect(counts.completed).toBe(1500);
  const { ttft } = whole.metrics;
  expect(ttft.max).toBeGreaterThan(seenAtLeast);
  expect(ttft.p99).toBeLessThan(seenAtLeast / 2);
});
