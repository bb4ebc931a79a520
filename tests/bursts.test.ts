import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OwnStage } from '../packages/core/src/index.ts';
import { readResult, stageAt } from './support/read-result.ts';
import { hasMeasured, newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal', '--step-ms', '5', '--ttft-ms', '10');
});
afterAll(() => simulator.close());

async function burst(...flags: string[]): Promise<OwnStage> {
  const output = join(newFolder(), 'result.json');
  const words = ['bench', simulator.url, '--input-tokens', '60', '--output-tokens', '8', '--output', output];
  const end = await runKneepoint([...words, ...flags]);
  expect(end, end.stderr).toSatisfy(hasMeasured);
  return stageAt(readResult(output), 0);
}

test.each(['1', '2'])(
  'the window of a burst by %s workers lasts until its last answer has ended',
  async (workers) => {
    const stage = await burst('--at-once', '120', '--workers', workers);
    const { window, windowCounts, counts, metrics, whole } = stage;
    expect(counts).toMatchObject({ planned: 120, dispatched: 120, completed: 120, dropped: 0 });
    expect(window.reason).toBeNull();
    expect(windowCounts).toEqual({ completed: 120, failed: 0 });
    const seconds = ((window.end ?? Number.NaN) - (window.start ?? Number.NaN)) / 1e6;
    expect(metrics.requestThroughput.value).toBeCloseTo(120 / seconds, 0);
    expect(metrics.outputThroughput.value).toBeCloseTo((120 * 8) / seconds, -1);
    for (const name of ['ttft', 'ttftResponse', 'e2e', 'e2eResponse'] as const) {
      expect(metrics[name].count).toBe(120);
      expect(metrics[name].p95).toBe(whole.metrics[name].p95);
      expect(metrics[name].p95).not.toBeNull();
    }
    expect(metrics.concurrency.max.value).toBe(120);
    expect(stage.trust.reasons.map(({ code }) => code)).not.toContain('too-few-requests');
  },
);

test('what the cap drops from a burst counts as missed', async () => {
  const stage = await burst('--at-once', '20', '--max-in-flight', '15', '--slo', 'ttft<10s');
  expect(stage.counts).toMatchObject({ planned: 20, dispatched: 15, completed: 15, dropped: 5 });
  expect(stage.goodput[0]?.share.value).toBe(15 / 20);
  expect(stage.windowCounts).toEqual({ completed: 15, failed: 0 });
});
