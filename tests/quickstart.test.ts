import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { OwnResult } from '../packages/core/src/index.ts';
import { readResult } from './support/read-result.ts';
import { hasMeasured, type KneepointEnd, newFolder, runKneepoint } from './support/run-kneepoint.ts';

const folder = newFolder();
let end: KneepointEnd;
let result: OwnResult;

beforeAll(async () => {
  end = await runKneepoint(['quickstart'], { directory: folder });
  result = readResult(join(folder, 'out/quickstart/result.json'));
});

const read = (name: string): string => readFileSync(join(folder, 'out/quickstart', name), 'utf8');

test('quickstart compares two servers at four levels and says what they are', () => {
  expect(end).toSatisfy(hasMeasured);
  expect(end.stderr).toContain('SIMULATED');
  expect(result.targets.map((target) => [target.name, target.simulated])).toEqual([
    ['vllm', true],
    ['sglang', true],
  ]);
  const levels = result.stages.flatMap(({ suite, load, target }) =>
    suite === 'concurrency' && load.loop === 'closed' ? [`${target} ${load.users}`] : [],
  );
  expect(new Set(levels)).toEqual(
    new Set(['vllm', 'sglang'].flatMap((name) => [5, 10, 20, 50].map((users) => `${name} ${users}`))),
  );
  for (const stage of result.stages) expect(stage.counts).toMatchObject({ failed: 0, cut: 0, dropped: 0 });
});

test('each user of each level has two answers inside the window', () => {
  for (const { suite, load, windowCounts, counts } of result.stages) {
    if (suite !== 'concurrency' || load.loop !== 'closed') continue;
    expect(counts.completed).toBeGreaterThanOrEqual(2 * load.users);
    expect(windowCounts.completed).toBeGreaterThan(load.users);
  }
});

test('its reports are there and say in three languages that the servers are simulated', () => {
  const files = readdirSync(join(folder, 'out/quickstart'));
  expect(files).toEqual(
    expect.arrayContaining([
      'report.en.md',
      'report.html',
      'report.ko.md',
      'report.zh.md',
      'requests.ndjson.gz',
      'result.json',
    ]),
  );
  expect(read('report.en.md')).toMatch(/simulated/i);
  expect(read('report.ko.md')).toMatch(/시뮬레이[션터]|모의/);
  expect(read('report.zh.md')).toMatch(/模拟/);
  expect(read('report.html')).toMatch(/simulated/i);
});
