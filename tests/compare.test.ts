import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { OwnResult } from '../packages/core/src/index.ts';
import { readRecords, readResult } from './support/read-result.ts';
import { hasMeasured, type KneepointEnd, newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { startSimulator } from './support/start-simulator.ts';

const folder = newFolder();
const history = newFolder();
let end: KneepointEnd;
let result: OwnResult;

const kneepoint = (...words: string[]): Promise<KneepointEnd> =>
  runKneepoint(words, { directory: folder, environment: { XDG_DATA_HOME: history } });

/** Both are the ideal server, so every request of a stage is as fast as the next; one takes twice as long per token. */
beforeAll(async () => {
  const quick = await startSimulator('--profile', 'ideal', '--step-ms', '10');
  const slow = await startSimulator('--profile', 'ideal', '--engine', 'sglang', '--step-ms', '20');
  const template = readFileSync(new URL('__fixtures__/two-servers.yaml', import.meta.url), 'utf8');
  const plan = template.replace('QUICK_URL', quick.url).replace('SLOW_URL', slow.url);
  writeFileSync(join(folder, 'plan.yaml'), plan);
  end = await kneepoint('compare', 'plan.yaml', '--output', 'out');
  result = readResult(join(folder, 'out', 'result.json'));
  await Promise.all([quick.close(), slow.close()]);
});

test('a comparison runs every stage of the plan, all of it without a failure', () => {
  expect(end).toSatisfy(hasMeasured);
  expect(result.stages).toHaveLength(2 * 2 * (1 + 2 + 1 + 1));
  for (const stage of result.stages) {
    expect(stage.status).toBe('completed');
    expect(stage.counts.failed + stage.counts.cut + stage.counts.dropped).toBe(0);
  }
  expect(new Set(result.stages.map((stage) => stage.id)).size).toBe(result.stages.length);
});

test('the targets take turns, and change who is first from one pair to the next', () => {
  const firsts = result.stages
    .filter((_stage, position) => position % 2 === 0)
    .map((stage, pair) => [stage.target, result.stages[2 * pair + 1]?.target]);
  for (const [first, second] of firsts) expect(first).not.toBe(second);
  expect(new Set(firsts.map(([first]) => first))).toEqual(new Set(['quick', 'slow']));
});

test('the faster one wins where every repeat says so', () => {
  const speed = result.analysis.comparisons.filter(
    (comparison) => comparison.metric === 'outputThroughput' && comparison.suite === 'concurrency',
  );
  expect(speed).toHaveLength(2);
  for (const comparison of speed) {
    expect(comparison.ratio).toBeLessThan(0.75);
    expect(comparison.winner === 'slow').toBe(false);
  }
});

test('result, records and reports in both languages are written, and named on the screen', () => {
  const files = readdirSync(join(folder, 'out'));
  for (const name of ['result.json', 'requests.ndjson.gz', 'report.ko.md', 'report.en.md', 'report.html']) {
    expect(files).toContain(name);
    expect(end.stdout).toContain(join('out', name));
  }
  expect(files.filter((name) => name.endsWith('.partial'))).toEqual([]);
  const planned = result.stages.reduce((sum, stage) => sum + stage.counts.planned + stage.warmup.requests, 0);
  expect(readRecords(join(folder, 'out', 'requests.ndjson.gz'))).toHaveLength(planned);
  expect(result.requests).toEqual({ file: 'requests.ndjson.gz', count: planned });
});

test('the reports say in their language that both targets are simulated', () => {
  const read = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8');
  expect(read('report.en.md')).toMatch(/simulated/i);
  expect(read('report.ko.md')).toMatch(/시뮬레이[션터]|모의/);
  for (const name of ['report.en.md', 'report.ko.md', 'report.html'])
    expect(read(name)).not.toMatch(/undefined|NaN|\[object/);
});

test('every chart and file that a report names is there', () => {
  for (const name of ['report.en.md', 'report.ko.md']) {
    const text = readFileSync(join(folder, 'out', name), 'utf8');
    const links = [...text.matchAll(/!\[[^\]]*\]\(([^)\s]+)/g)].map((match) => match[1] ?? '');
    for (const link of links) expect(() => readFileSync(join(folder, 'out', link))).not.toThrow();
  }
});

test('history lists the run and shows it again', async () => {
  const list = await kneepoint('history');
  expect(list).toMatchObject({ code: 0, stderr: '' });
  expect(list.stdout).toContain(result.id);
  expect(list.stdout).toContain('quick, slow');
  const shown = await kneepoint('history', 'show', result.id.slice(0, 15));
  expect(shown.code).toBe(0);
  expect(end.stdout).toContain(shown.stdout.trimEnd());
  const json = await kneepoint('history', 'show', result.id, '--json');
  expect(JSON.parse(json.stdout)).toEqual(result);
});

test('report writes the same documents again from the result alone', async () => {
  const again = await kneepoint(
    ...['report', 'out/result.json', '--language', 'ko,en', '--format', 'markdown,html', '--output', 'again'],
  );
  expect(again).toMatchObject({ code: 0, stderr: '' });
  for (const name of ['report.ko.md', 'report.en.md', 'report.html'])
    expect(readFileSync(join(folder, 'again', name), 'utf8')).toBe(
      readFileSync(join(folder, 'out', name), 'utf8'),
    );
});

test('without --output each run gets a folder of its own', async () => {
  const quick = await startSimulator('--profile', 'ideal');
  writeFileSync(
    join(folder, 'one.yaml'),
    `{ version: 1, name: my run, targets: [{ name: one, url: "${quick.url}", api: openai-chat }],
  suites: [{ kind: concurrency, users: [1], requests: 2, outputTokens: 4 }] }`,
  );
  await kneepoint('compare', 'one.yaml', '--quiet');
  const second = await kneepoint('compare', 'one.yaml', '--quiet', '--json');
  await quick.close();
  expect(JSON.parse(second.stdout)).toMatchObject({ name: 'my run' });
  expect(readdirSync(join(folder, 'out')).filter((name) => name.startsWith('my-run'))).toEqual([
    'my-run',
    'my-run-2',
  ]);
});
