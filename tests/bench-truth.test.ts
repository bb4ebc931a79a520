import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecords, readResult, stageAt } from './support/read-result.ts';
import { hasMeasured, newFolder, quietStderr, runKneepoint } from './support/run-kneepoint.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

/** Client and server share the machine with other tests: their means may differ by what a scheduler does, not by more. */
const meanTolerance = 20_000;
const short = ['--input-tokens', '40', '--output-tokens', '12', '--quiet'];

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal');
});
afterAll(() => simulator.close());

const resetTruth = (): Promise<Response> => fetch(`${simulator.url}/truth/reset`, { method: 'POST' });

test.each(['openai-chat', 'openai-completions', 'sglang-generate'])(
  'a level in %s has the requests, tokens, events and time to first token that the server had',
  async (dialect) => {
    await resetTruth();
    const output = join(newFolder(), 'result.json');
    const end = await runKneepoint([
      'bench',
      simulator.url,
      ...['--api', dialect, '--users', '4', '--requests', '16', '--output', output],
      ...short,
    ]);
    expect(end).toSatisfy(hasMeasured);
    expect(end.stderr).toMatch(quietStderr);
    const truth = await simulator.truth();
    const result = readResult(output);
    const stage = stageAt(result, 0);
    expect(truth.totals.requests).toBe(16);
    expect(stage.counts).toEqual({
      planned: 16,
      dispatched: 16,
      dropped: 0,
      late: 0,
      completed: 16,
      failed: 0,
      cut: 0,
    });
    expect(stage.tokens).toMatchObject({
      input: truth.totals.promptTokens,
      output: truth.totals.tokens,
      events: truth.totals.events,
      requestsWithoutCount: 0,
    });
    expect(truth.totals.tokens).toBe(16 * 12);
    const mean = stage.whole.metrics.ttft.mean ?? Number.NaN;
    expect(Math.abs(mean - (truth.timeToFirstToken.mean ?? Number.NaN))).toBeLessThan(meanTolerance);
    expect(mean).toBeGreaterThan(45_000);
    const [target] = result.targets;
    expect(target).toMatchObject({ api: dialect, simulated: true });
  },
);

test.each(['constant', 'poisson'])(
  'an open loop with %s arrivals sends each planned request once',
  async (arrivals) => {
    await resetTruth();
    const output = join(newFolder(), 'result.json');
    const end = await runKneepoint([
      'bench',
      simulator.url,
      ...['--rate', '20', '--arrivals', arrivals, '--requests', '30', '--output', output],
      ...short,
    ]);
    expect(end).toSatisfy(hasMeasured);
    expect(end.stderr).toMatch(quietStderr);
    const stage = stageAt(readResult(output), 0);
    expect(stage.counts).toEqual({
      planned: 30,
      dispatched: 30,
      dropped: 0,
      late: 0,
      completed: 30,
      failed: 0,
      cut: 0,
    });
    expect((await simulator.truth()).totals).toMatchObject({ requests: 30, tokens: 30 * 12 });
    expect(stage.whole.metrics.ttftResponse.count).toBe(30);
  },
);

test('a timed rate plans exactly rate times duration, and its warm-up is not counted', async () => {
  await resetTruth();
  const output = join(newFolder(), 'result.json');
  const rate = ['--rate', '10', '--arrivals', 'constant', '--duration', '2s', '--warmup', '1s'];
  await runKneepoint(['bench', simulator.url, ...rate, '--output', output, ...short]);
  const stage = stageAt(readResult(output), 0);
  expect(stage.counts).toMatchObject({ planned: 20, completed: 20 });
  expect(stage.warmup.requests).toBe(10);
  expect((await simulator.truth()).totals.requests).toBe(30);
});

test('the warm-up is sent but not measured', async () => {
  await resetTruth();
  const output = join(newFolder(), 'result.json');
  const load = ['--users', '2', '--requests', '6', '--warmup', '4'];
  await runKneepoint(['bench', simulator.url, ...load, '--output', output, ...short]);
  const stage = stageAt(readResult(output), 0);
  expect((await simulator.truth()).totals.requests).toBe(10);
  expect(stage.warmup.requests).toBe(4);
  expect(stage.counts).toMatchObject({ dispatched: 6, completed: 6 });
  expect(stage.tokens.output).toBe(6 * 12);
});

test('several levels are several stages, and the file of records has a line for each request', async () => {
  const output = join(newFolder(), 'levels.json');
  const load = ['--users', '1,3', '--requests', '6'];
  const end = await runKneepoint(['bench', simulator.url, ...load, '--output', output, ...short]);
  expect(end).toSatisfy(hasMeasured);
  const result = readResult(output);
  expect(result.stages.map((stage) => stage.id)).toEqual(['users-1', 'users-3']);
  expect(result.requests).toEqual({ file: 'levels.requests.ndjson.gz', count: 12 });
  const records = readRecords(output.replace('.json', '.requests.ndjson.gz'));
  expect(records).toHaveLength(12);
  expect(end.stdout).toContain('users-3');
});

test('--json prints the result and nothing else on stdout', async () => {
  const end = await runKneepoint([
    'bench',
    simulator.url,
    ...['--users', '2', '--requests', '4', '--json', '--input-tokens', '40', '--output-tokens', '12'],
  ]);
  expect(JSON.parse(end.stdout)).toMatchObject({ schema: 'kneepoint.result/1', exit: { code: end.code } });
  expect(end.stderr).toContain('simulated vllm');
});
