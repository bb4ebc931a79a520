import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnResult, ownResult, resultSchema } from '../packages/core/src/index.ts';
import { readResult, stageAt } from './support/read-result.ts';
import { newFolder, type RunningKneepoint, startKneepoint } from './support/run-kneepoint.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal');
});
afterAll(() => simulator.close());

const pollMillis = 20;

/** Waits for something that comes in its own time; the test's own limit ends a wait in vain. */
async function until<Value>(look: () => Promise<Value | null> | Value | null): Promise<Value> {
  for (;;) {
    const value = await look();
    if (value !== null) return value;
    await delay(pollMillis);
  }
}

const requestsSeen = async (count: number): Promise<true | null> =>
  (await simulator.truth()).totals.requests >= count ? true : null;

type Started = { readonly running: RunningKneepoint; readonly output: string };

async function startBench(...flags: string[]): Promise<Started> {
  await fetch(`${simulator.url}/truth/reset`, { method: 'POST' });
  const output = join(newFolder(), 'result.json');
  const words = ['bench', simulator.url, '--output', output, '--input-tokens', '40', ...flags];
  return { running: startKneepoint(words), output };
}

const readWhole = (path: string): OwnResult =>
  ownResult(resultSchema.parse(JSON.parse(readFileSync(path, 'utf8'))), path);

test('Ctrl-C once lets the answers in flight end and keeps what was measured, with exit code 130', async () => {
  const { running, output } = await startBench('--users', '4', '--duration', '120s', '--output-tokens', '20');
  await until(() => requestsSeen(20));
  running.process.kill('SIGINT');
  const end = await running.ended;
  expect(end.code).toBe(130);
  expect(end.stderr).toContain('interrupted: starting no more requests');
  expect(end.stderr).toMatch(/kneepoint: interrupted; what was measured until then is in the result\n$/);
  expect(end.stdout).toContain('stopped before its end');
  const result = readResult(output);
  expect(result.exit?.code).toBe(130);
  const stage = stageAt(result, 0);
  expect(stage.status).toBe('partial');
  expect(stage.counts).toMatchObject({ cut: 0, failed: 0 });
  expect(stage.counts.completed).toBeGreaterThan(10);
  expect(stage.trust.reasons.map((reason) => reason.code)).toContain('interrupted');
  const truth = await simulator.truth();
  expect(truth.totals.completed).toBe(truth.totals.requests);
  expect(stage.counts.completed + stage.warmup.requests).toBe(truth.totals.requests);
});

test('Ctrl-C twice cuts the answers in flight, counts them and still writes', async () => {
  const { running, output } = await startBench(
    '--users',
    '3',
    '--duration',
    '120s',
    '--output-tokens',
    '5000',
  );
  await until(() => requestsSeen(3));
  running.process.kill('SIGINT');
  await until(() => (running.stderr().includes('interrupted') ? true : null));
  running.process.kill('SIGINT');
  const end = await running.ended;
  expect(end.code).toBe(130);
  expect(end.stderr).toContain('stopping now');
  const result = readResult(output);
  expect(result.exit?.code).toBe(130);
  const stage = stageAt(result, 0);
  expect(stage.counts.cut + stage.warmup.requests).toBe(3);
  expect(stage.counts.failed).toBe(0);
});

test('a finished level is on disk while the next one runs, and stays there when the process is killed', async () => {
  const { running, output } = await startBench(
    ...['--users', '2,5', '--requests', '10', '--output-tokens', '100'],
  );
  const during = await until(() =>
    existsSync(output) && readWhole(output).stages.length > 0 ? readWhole(output) : null,
  );
  expect(during.stages.map((stage) => [stage.id, stage.status])).toEqual([['users-2', 'completed']]);
  expect(during.exit).toBeNull();
  await until(() => requestsSeen(15));
  running.process.kill('SIGKILL');
  expect((await running.ended).code).toBeNull();
  const after = readWhole(output);
  expect(after).toEqual(during);
  expect(stageAt(after, 0).counts.completed).toBe(10);
});

test('Ctrl-C in a level starts no further one', async () => {
  const { running, output } = await startBench('--users', '1,2', '--requests', '200', '--output-tokens', '4');
  await until(() => requestsSeen(3));
  running.process.kill('SIGTERM');
  const end = await running.ended;
  expect(end.code).toBe(130);
  expect(readResult(output).stages.map((stage) => stage.id)).toEqual(['users-1']);
});

test('Ctrl-C before the first request is sent ends the run and measures nothing more', async () => {
  const { running, output } = await startBench('--users', '1,2', '--duration', '1h', '--output-tokens', '4');
  await until(() => (running.stderr().includes('simulated') ? true : null));
  running.process.kill('SIGINT');
  const end = await running.ended;
  expect(end.code).toBe(130);
  expect(readResult(output).stages.length).toBeLessThanOrEqual(1);
});

test('Ctrl-C in the pause between two stages ends the pause and the run', async () => {
  const folder = newFolder();
  writeFileSync(
    join(folder, 'plan.yaml'),
    `version: 1
name: paused
targets:
  - { name: only, engine: vllm, api: openai-chat, url: "${simulator.url}" }
suites:
  - { kind: concurrency, users: [1, 2], requests: 2, outputTokens: 4 }
between: { settle: 100s }
`,
  );
  const running = startKneepoint(['compare', 'plan.yaml', '--output', 'out'], { directory: folder });
  const result = join(folder, 'out', 'result.json');
  await until(() => (existsSync(result) ? true : null));
  running.process.kill('SIGINT');
  const end = await running.ended;
  expect(end.code).toBe(130);
  expect(readResult(result).stages).toHaveLength(1);
});
