import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OwnResult } from '../packages/core/src/index.ts';
import { readRecords, readResult } from './support/read-result.ts';
import { hasMeasured, type KneepointEnd, newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

const data = fileURLToPath(new URL('../examples/loads/data', import.meta.url));
const short = ['--input-tokens', '60', '--output-tokens', '8'];
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal', '--step-ms', '5', '--ttft-ms', '10');
});

afterAll(() => simulator.close());

type Benched = { readonly end: KneepointEnd; readonly result: OwnResult; readonly output: string };

async function bench(...words: readonly string[]): Promise<Benched> {
  const output = join(newFolder(), 'result.json');
  const end = await runKneepoint(['bench', simulator.url, '--output', output, ...words]);
  expect(end, end.stderr).toSatisfy(hasMeasured);
  return { end, result: readResult(output), output };
}

/** Each kind of load as flags: what was planned, dispatched and dropped. */
test.each<readonly [string, readonly string[], readonly [planned: number, dropped: number]]>([
  ['users who pause', ['--users', '2', '--think-time', '20ms', '--requests', '6', ...short], [6, 0]],
  ['gamma arrivals', ['--rate', '20', '--burstiness', '0.5', '--requests', '10', ...short], [10, 0]],
  ['a ramp', ['--ramp', '0:20:1s', ...short], [10, 0]],
  ['steps', ['--steps', '10:500ms,20:500ms', ...short], [15, 0]],
  ['a trace', ['--trace', join(data, 'trace.azure.csv'), '--time-scale', '4'], [6, 0]],
  ['too many at once', ['--at-once', '20', '--max-in-flight', '15', ...short], [20, 5]],
  [
    'a dataset',
    ['--users', '2', '--requests', '6', '--dataset', join(data, 'questions.txt'), '--output-tokens', '8'],
    [6, 0],
  ],
  ['conversations', ['--users', '2', '--requests', '6', '--turns', '3', ...short], [6, 0]],
  ['classes', ['--rate', '20', '--requests', '12', '--class', 'a:1:60:8', '--class', 'b:1:80:4:ko'], [12, 0]],
])('%s add up', async (_what, words, [planned, dropped]) => {
  const { result } = await bench(...words);
  const [stage] = result.stages;
  expect(stage?.counts).toMatchObject({ planned, dropped, dispatched: planned - dropped, failed: 0, cut: 0 });
  expect(stage?.counts.completed).toBe(planned - dropped);
});

test('a trace asks for the lengths that it recorded', async () => {
  const { result, output } = await bench('--trace', join(data, 'trace.azure.csv'), '--time-scale', '4');
  expect(result.stages[0]?.tokens.output).toBe(8 + 6 + 12 + 4 + 8 + 8);
  expect(readRecords(output.replace('.json', '.requests.ndjson.gz'))).toHaveLength(6);
});

test('requests above the cap wait for a place when they may be late', async () => {
  const { result } = await bench('--at-once', '20', '--max-in-flight', '15', '--at-cap', 'late', ...short);
  expect(result.stages[0]?.counts).toMatchObject({
    planned: 20,
    dispatched: 20,
    dropped: 0,
    late: 5,
    completed: 20,
  });
});

test('a threshold that does not hold ends with exit code 4, and build servers are told', async () => {
  const folder = newFolder();
  const junit = join(folder, 'report.xml');
  const end = await runKneepoint(
    ['bench', simulator.url, '--users', '2', '--requests', '4', ...short, '--quiet', '--repeats', '2'].concat(
      ['--threshold', 'outputThroughput > 1000000 tok/s', '--junit', junit, '--annotations', 'github'],
    ),
  );
  expect(end.code).toBe(4);
  expect(end.stderr).toContain(
    '::error title=Threshold not met%3A outputThroughput > 1000000 tok/s::users-2/server/repeat-1',
  );
  const xml = readFileSync(junit, 'utf8');
  expect(xml).toContain('<testsuites');
  expect(xml.match(/<failure/g)?.length).toBeGreaterThanOrEqual(2);
});

test('an interrupted run goes on where it stopped, under its id, with the records of both parts', async () => {
  const words = ['--users', '1,2', '--requests', '4', ...short];
  const { result, output } = await bench(...words);
  const [first] = result.stages;
  writeFileSync(output, JSON.stringify({ ...result, stages: [first], exit: null }));
  const end = await runKneepoint(['bench', simulator.url, '--resume', output, ...words]);
  expect(end, end.stderr).toSatisfy(hasMeasured);
  const resumed = readResult(output);
  expect(resumed.stages.map(({ id }) => id)).toEqual(['users-1', 'users-2']);
  expect(resumed.stages[0]).toEqual(first);
  expect([resumed.id, resumed.seed, resumed.salt]).toEqual([result.id, result.seed, result.salt]);
  const records = readRecords(output.replace('.json', '.requests.ndjson.gz'));
  expect(records.map(({ stage }) => stage)).toEqual([
    ...Array(4).fill('users-1'),
    ...Array(4).fill('users-2'),
  ]);
});

test('the result of other levels, or of another server, is not gone on with', async () => {
  const { output } = await bench('--users', '1', '--requests', '2', ...short);
  const other = await runKneepoint(['bench', simulator.url, '--resume', output, '--rate', '5']);
  expect(other.code).toBe(2);
  expect(other.stderr).toContain(
    'cannot be resumed: it has the stage "users-1", which this run does not have',
  );
  const elsewhere = await runKneepoint(['bench', 'http://127.0.0.1:9', '--resume', output, '--users', '1']);
  expect(elsewhere.code).toBe(2);
  expect(elsewhere.stderr).toContain(`it measured ${simulator.url}, not http://127.0.0.1:9`);
  const seeded = await runKneepoint([
    'bench',
    simulator.url,
    '--resume',
    output,
    '--users',
    '1',
    '--seed',
    'x',
  ]);
  expect(seeded.stderr).toMatch(/cannot be resumed: its seed is "\w+", not "x"/);
});

test('a comparison goes on in the folder of its result', async () => {
  const folder = newFolder();
  const plan = join(folder, 'plan.yaml');
  writeFileSync(
    plan,
    `{ version: 1, name: two, seed: x, targets: [{ name: one, url: "${simulator.url}", api: openai-chat }],
  suites: [{ kind: concurrency, users: [1, 2], requests: 4, warmup: 0, inputTokens: 60, outputTokens: 8 }] }`,
  );
  await runKneepoint(['compare', plan, '--output', join(folder, 'out'), '--quiet']);
  const path = join(folder, 'out', 'result.json');
  const whole = readResult(path);
  writeFileSync(path, JSON.stringify({ ...whole, stages: whole.stages.slice(0, 1), exit: null }));
  const words = ['compare', plan, '--resume', path, '--quiet', '--junit', join(folder, 'report.xml')];
  const end = await runKneepoint(words);
  expect(end, end.stderr).toSatisfy(hasMeasured);
  expect(readResult(path).stages.map(({ id }) => id)).toEqual(whole.stages.map(({ id }) => id));
  expect(readRecords(join(folder, 'out', 'requests.ndjson.gz'))).toHaveLength(8);
  expect(existsSync(join(folder, 'report.xml'))).toBe(true);
});

test('more workers than cores are allowed, and said', async () => {
  const { end } = await bench('--users', '2', '--requests', '4', '--workers', '64', ...short);
  expect(end.stderr).toMatch(
    /^note: 64 load workers share \d+ cores?; more workers than cores measure no better\n/,
  );
});

test.each([
  [['--trace', 'no.csv'], 'there is no file no.csv'],
  [['--dataset', 'no.json', '--users', '1'], 'there is no file no.json'],
  [['--input-tokens', 'file:no.txt'], 'there is no file no.txt'],
  [['--junit', 'no/such/x.xml'], 'of --junit does not exist'],
  [['--annotations', 'gitlab'], '--annotations "gitlab" is not known'],
  [['--resume', 'no.json'], 'no.json'],
  [['--users', '1', '--threshold', 'rate(5).ttft p95 < 1s'], 'rate(5)'],
])('%j is refused before the server is asked', async (words, says) => {
  const end = await runKneepoint(['bench', 'http://127.0.0.1:9', ...words]);
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toContain(says);
  expect(end.stderr).toMatch(/^kneepoint: [^\n]+\n(?: {2,}[^\n]+\n)+$/);
});
