import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnResult, type OwnStage, parsePlan } from '../packages/core/src/index.ts';
import { readRecords, readResult } from './support/read-result.ts';
import { hasMeasured, newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

const examples = fileURLToPath(new URL('../examples/loads', import.meta.url));
const names = readdirSync(examples)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));
const folder = newFolder();
/** The address that every example states, where a person starts the simulated server. */
const stated = 'http://127.0.0.1:8000';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal', '--step-ms', '5', '--ttft-ms', '10');
  cpSync(examples, folder, { recursive: true });
});

afterAll(() => simulator.close());

/** What each example shows, beyond that its counts add up. */
const shows: Readonly<Record<string, (result: OwnResult, records: Records) => void>> = {
  'at-once': ({ stages }) => {
    expect(stages.map(({ counts }) => [counts.planned, counts.dispatched, counts.dropped])).toEqual([
      [20, 20, 0],
      [40, 30, 10],
    ]);
  },
  classes: ({ stages }) => {
    expect(stages[0]?.classes?.map(({ name }) => name).toSorted()).toEqual(['chat', 'code', 'summary']);
  },
  context: ({ stages }) => {
    expect(stages).toHaveLength(2 * (3 + 1));
    expect(new Set(stages.map(({ repeat }) => repeat))).toEqual(new Set([1, 2]));
  },
  rates: ({ stages }) => {
    expect(stages.map(({ counts }) => counts.planned)).toEqual([
      20,
      expect.any(Number),
      expect.any(Number),
      20,
      20,
    ]);
  },
  steps: ({ stages }) => {
    expect(stages.map(({ counts }) => counts.planned)).toEqual([50, 20]);
  },
  thresholds: ({ stages, thresholds }) => {
    expect(thresholds).toHaveLength(3);
    expect(stages).toHaveLength(1);
  },
  traces: ({ stages }) => {
    expect(stages.map(({ counts }) => counts.planned)).toEqual([6, 6, 6, 6, 6]);
  },
};

type Records = ReturnType<typeof readRecords>;

test.each(names)('the example %s runs, and its requests add up', async (name) => {
  const path = join(folder, `${name}.yaml`);
  const text = readFileSync(path, 'utf8');
  expect(text, 'the address that the test replaces').toContain(stated);
  writeFileSync(path, text.replace(`"${stated}"`, `"${simulator.url}"`));
  const end = await runKneepoint(['compare', path, '--output', join(folder, 'out', name), '--quiet']);
  expect(end, end.stderr).toSatisfy(hasMeasured);
  const result = readResult(join(folder, 'out', name, 'result.json'));
  expect(result.name).toBe(name);
  for (const stage of result.stages) expectSums(stage);
  const records = readRecords(join(folder, 'out', name, 'requests.ndjson.gz'));
  const sent = result.stages.reduce(
    (sum, { counts, warmup }) => sum + counts.dispatched + warmup.requests,
    0,
  );
  expect(records).toHaveLength(sent);
  shows[name]?.(result, records);
});

function expectSums({ id, status, counts }: OwnStage): void {
  expect(status, id).toBe('completed');
  expect(counts.planned, id).toBeGreaterThan(0);
  expect(counts.planned, id).toBe(counts.dispatched + counts.dropped);
  expect(counts.dispatched, id).toBe(counts.completed + counts.failed + counts.cut);
  expect(counts.failed + counts.cut, id).toBe(0);
}

test('every kind of arrivals, prompts and suite has an example', () => {
  const plans = names.map((name) => parsePlan(readFileSync(join(examples, `${name}.yaml`), 'utf8'), name));
  const suites = plans.flatMap((plan) => plan.suites);
  const arrivals = suites.flatMap((suite) =>
    'arrivals' in suite && suite.arrivals !== undefined ? [suite.arrivals.kind] : [],
  );
  expect(new Set(arrivals)).toEqual(
    new Set(['constant', 'poisson', 'gamma', 'ramp', 'steps', 'trace', 'at-once']),
  );
  const prompts = suites.flatMap((suite) =>
    'prompts' in suite && suite.prompts !== undefined ? [suite.prompts.kind] : [],
  );
  expect(new Set(prompts)).toEqual(new Set(['generated', 'fixed', 'dataset', 'conversation', 'classes']));
  expect(new Set(suites.map(({ kind }) => kind))).toEqual(
    new Set(['concurrency', 'rate', 'arrivals', 'context']),
  );
});
