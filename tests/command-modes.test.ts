import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  hasMeasured,
  type KneepointEnd,
  kneepointPath,
  newFolder,
  quietStderr,
  runKneepoint,
} from './support/run-kneepoint.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const folder = newFolder();
const environment = { HOME: folder, XDG_DATA_HOME: join(folder, 'data') };
let simulator: Simulator;
let runId = '';

const plan = (url: string): string => `version: 1
name: small
targets: [{ name: one, api: openai-chat, url: "${url}" }]
suites: [{ kind: concurrency, users: [2], requests: 6, inputTokens: 32, outputTokens: 8 }]
`;

/** A short run, whose result every other command reads. */
beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal', '--step-ms', '1', '--ttft-ms', '2');
  cpSync(join(repository, 'packages/importers/src/__fixtures__/guidellm.json'), join(folder, 'other.json'));
  await expectMeasured(['bench', simulator.url, ...short, '--output', 'result.json', '--quiet']);
  runId = (await inFolder(['history', '--quiet'])).stdout.trim();
  await expectMeasured(['bench', simulator.url, ...short, '--output', 'second.json', '--quiet']);
  writeFileSync(join(folder, 'small.yaml'), plan(simulator.url));
});

afterAll(() => simulator.close());

const short = ['--users', '2', '--requests', '6', '--output-tokens', '8'] as const;

const inFolder = (
  words: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<KneepointEnd> =>
  runKneepoint(words, { directory: folder, environment: { ...environment, ...more } });

async function expectMeasured(words: readonly string[]): Promise<KneepointEnd> {
  const end = await inFolder(words);
  expect(end, end.stderr).toSatisfy(hasMeasured);
  return end;
}

/** A command line of every command, with what it may end with besides 0. `--output` is of this row alone. */
type Row = {
  readonly words: () => readonly string[];
  readonly codes?: readonly number[];
  readonly json?: false;
  readonly quiet?: false;
};

const rows: Readonly<Record<string, Row>> = {
  audit: { words: () => ['audit', 'result.json'], codes: [4] },
  'audit caching': {
    words: () => [
      'audit',
      'caching',
      simulator.url,
      '--rounds',
      '2',
      '--requests',
      '2',
      '--input-tokens',
      '64',
    ],
    codes: [5],
  },
  bench: { words: () => ['bench', simulator.url, ...short], codes: [5] },
  capacity: {
    words: () => [
      'capacity',
      simulator.url,
      '--slo',
      'ttft p50 < 10s',
      '--max',
      '2',
      '--start',
      '1',
      '--duration',
      '300ms',
      '--warmup',
      '1',
      '--repeats',
      '1',
      '--output-tokens',
      '8',
    ],
    codes: [5],
  },
  compare: { words: () => ['compare', 'small.yaml', '--repeats', '1'], codes: [5] },
  'compare --dry-run': { words: () => ['compare', 'small.yaml', '--dry-run'], json: false },
  'config show': { words: () => ['config', 'show'] },
  'config path': { words: () => ['config', 'path'], quiet: false },
  'config init': { words: () => ['config', 'init', '--output', `${next()}.yaml`] },
  diff: { words: () => ['diff', 'result.json', 'second.json'], codes: [4, 5] },
  doctor: { words: () => ['doctor'], codes: [4] },
  'doctor URL': { words: () => ['doctor', simulator.url], codes: [4] },
  history: { words: () => ['history'] },
  'history show': { words: () => ['history', 'show', runId], quiet: false },
  import: { words: () => ['import', 'other.json'] },
  init: { words: () => ['init', '--url', simulator.url, '--yes', '--output', `${next()}.yaml`] },
  judge: {
    words: () => ['judge', 'result.json', '--rate', 'users-2=4', '--output', `${next()}.json`],
    codes: [1, 2],
  },
  report: { words: () => ['report', 'result.json', '--output', 'documents'] },
};

let count = 0;
const next = (): string => `written-${++count}`;

const kinds = Object.entries(rows);

/** Whether it ended as the row lets it. */
function expectEnd({ code, stderr }: KneepointEnd, { codes = [] }: Row): void {
  expect([0, ...codes], stderr).toContain(code);
}

test.each(kinds.filter(([, { json }]) => json !== false))(
  '%s --json prints JSON on stdout, and nothing else',
  async (_, row) => {
    const end = await inFolder([...row.words(), '--json']);
    expectEnd(end, row);
    expect(() => JSON.parse(end.stdout) as unknown, end.stdout.slice(0, 200)).not.toThrow();
  },
);

test.each(kinds.filter(([, { quiet }]) => quiet !== false))(
  '%s --quiet says nothing on stderr when it ends well',
  async (_, row) => {
    const end = await inFolder([...row.words(), '--quiet']);
    expectEnd(end, row);
    if (end.code === 0) expect(end.stderr).toBe('');
    else if (end.code === 5) expect(end.stderr).toMatch(quietStderr);
  },
);

test.each(kinds)('%s in a pipe writes no escape, whatever the terminal is said to be', async (_, row) => {
  for (const more of [{}, { NO_COLOR: '1', TERM: 'xterm-256color' }, { TERM: 'dumb', LANG: 'ko_KR.UTF-8' }]) {
    const { stdout, stderr } = await inFolder(row.words(), more);
    expect(`${stdout}${stderr}`.includes('\u001b')).toBe(false);
  }
});

const onStdout: Readonly<Record<string, () => readonly string[]>> = {
  bench: () => ['bench', simulator.url, ...short],
  capacity: rows['capacity']?.words ?? (() => []),
  'audit caching': rows['audit caching']?.words ?? (() => []),
  compare: () => ['compare', 'small.yaml'],
  import: () => ['import', 'other.json'],
  judge: () => ['judge', 'result.json', '--rate', 'users-2=3'],
};

test.each(Object.entries(onStdout))(
  '%s --output - prints the result itself, and makes no file of that name',
  async (_, words) => {
    const end = await inFolder([...words(), '--output', '-', '--quiet']);
    expect([0, 5], end.stderr).toContain(end.code);
    expect(JSON.parse(end.stdout)).toMatchObject({ schema: 'kneepoint.result/1' });
    expect(readdirSync(folder).filter((name) => name.startsWith('-'))).toEqual([]);
  },
);

test('report --output - prints one document, and refuses two', async () => {
  expect((await inFolder(['report', 'result.json', '--output', '-'])).stdout).toMatch(/^# /);
  expect((await inFolder(['report', 'result.json', '--output', '-', '--format', 'html'])).stdout).toMatch(
    /^<!doctype html>/i,
  );
  const two = await inFolder(['report', 'result.json', '--output', '-', '--language', 'ko,en']);
  expect(two.code).toBe(2);
  expect(two.stdout).toBe('');
});

test('a reader that leaves early ends nothing: the run is in the history', async () => {
  const before = (await inFolder(['history', '--quiet'])).stdout.trim().split('\n').length;
  const line = `'${process.execPath}' '${kneepointPath}' bench ${simulator.url} ${short.join(' ')} --quiet --output - | head -c 5`;
  const output = execFileSync('sh', ['-c', line], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
    encoding: 'utf8',
  });
  expect(output).toBe('{\n  "');
  const after = (await inFolder(['history', '--quiet'])).stdout.trim().split('\n').length;
  expect(after).toBe(before + 1);
});

test('an error with --json is one line of JSON on stderr, and stdout stays empty', async () => {
  for (const words of [
    ['bench', 'http://127.0.0.1:9', '--usres', '1'],
    ['report', 'missing.json'],
    ['compare', 'small.yaml', '--servers', 'togther'],
  ]) {
    const end = await inFolder([...words, '--json']);
    expect(end.stdout).toBe('');
    expect(JSON.parse(end.stderr), end.stderr).toMatchObject({
      error: { exitCode: 2, code: expect.any(String) },
    });
  }
});
