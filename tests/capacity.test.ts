import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readResult } from './support/read-result.ts';
import { newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { startSimulator } from './support/start-simulator.ts';

/**
 * 8 places and answers of 60 ms + 38 steps of 5 ms: from the 9th user on one waits for a place, 250 ms for most of the
 * requests with twice as many users. The limit lies between, far from what a busy machine adds.
 */
const server = ['--profile', 'ideal', '--ttft-ms', '60', '--step-ms', '5', '--max-running', '8'];
const stage = ['--duration', '2s', '--warmup', '500ms', '--input-tokens', '40', '--output-tokens', '39'];

test('a search finds the users for whom the server has places, and the result file holds what it saw', async () => {
  const simulator = await startSimulator(...server);
  onTestFinished(simulator.close);
  const output = join(newFolder(), 'capacity.json');
  const slo = ['--slo', 'ttft p50 < 160ms', '--start', '4', '--max', '64', '--resolution', '20%'];
  const end = await runKneepoint(['capacity', simulator.url, ...slo, ...stage, '--output', output]);
  expect(end.code, end.stderr).toBe(0);
  expect(end.stdout).toMatch(/^Capacity: (at least )?\d+ users keep ttft p50 < 160ms/);
  const { capacity } = readResult(output).analysis;
  expect(capacity?.vary).toBe('users');
  expect(capacity?.slo).toContain('ttft p50 < 160ms');
  // Half of the requests wait when there are twice as many users as places.
  expect(capacity?.highestKept).toBeGreaterThanOrEqual(4);
  expect(capacity?.highestKept).toBeLessThanOrEqual(16);
  // On a host with other work the client may be the bottleneck before the server is: then that is the answer.
  if (capacity?.clientLimit === null) {
    expect(capacity).toMatchObject({ reason: 'resolved', censored: null });
    expect(capacity.lowestBroken).toBeLessThanOrEqual(18);
    expect(capacity.brokenFirst?.text).toBe('ttft p50 < 160ms');
  }
  expect(capacity?.curve.map(({ level }) => level)).toContain(capacity?.highestKept);
});

test('an SLO that not even one user keeps is not met', async () => {
  const simulator = await startSimulator(...server);
  onTestFinished(simulator.close);
  const slo = ['--slo', 'ttft p50 < 20ms', '--start', '2', '--max', '8'];
  const end = await runKneepoint(['capacity', simulator.url, ...slo, ...stage]);
  expect(end.code, end.stderr).toBe(4);
  expect(end.stdout).toMatch(/^Capacity: none; not even 1 user keeps ttft p50 < 20ms/);
});
