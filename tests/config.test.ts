import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readResult } from './support/read-result.ts';
import { hasMeasured, newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

const home = newFolder();
const folder = join(home, 'project');
mkdirSync(folder);
const environment = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal', '--step-ms', '1', '--ttft-ms', '2');
});
afterAll(() => simulator.close());

function configs(own: string, project: string): void {
  mkdirSync(join(home, '.config/kneepoint'), { recursive: true });
  writeFileSync(join(home, '.config/kneepoint/config.yaml'), own);
  writeFileSync(join(folder, 'kneepoint.config.yaml'), project);
}

const run = (words: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  runKneepoint(words, { directory: folder, environment: { ...environment, ...more } });

type Shown = { settings: { name: string; value: unknown; from: string }[]; problems: string[] };

async function shown(words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Shown> {
  return JSON.parse((await run(['config', 'show', '--json', ...words], more)).stdout) as Shown;
}

test('a run takes its flags from the configs and the environment, and what is typed beats both', async () => {
  configs('bench: { users: [3], requests: 5, outputTokens: 4 }\n', 'bench: { users: [2] }\n');
  const end = await run(['bench', simulator.url, '--output', 'configured.json', '--quiet'], {
    KNEEPOINT_BENCH_OUTPUT_TOKENS: '6',
  });
  expect(end, end.stderr).toSatisfy(hasMeasured);
  const configured = readResult(join(folder, 'configured.json'));
  expect(configured.stages.map(({ id, counts }) => [id, counts.dispatched])).toEqual([['users-2', 5]]);
  expect(configured.stages[0]?.tokens?.output).toBe(5 * 6);
  const typed = await run([
    'bench',
    simulator.url,
    '--rate',
    '50',
    '--duration',
    '200ms',
    '--output',
    'typed.json',
    '--quiet',
  ]);
  expect(typed, typed.stderr).toSatisfy(hasMeasured);
  expect(readResult(join(folder, 'typed.json')).stages.map(({ id }) => id)).toEqual(['rate-50']);
});

test('config show says where each value comes from, for a plan, too', async () => {
  configs('language: ko\nworkers: 1\nreport: { languages: [ko], format: [html] }\n', 'workers: 2\n');
  writeFileSync(join(folder, 'plan.yaml'), 'version: 1\nreport:\n  languages: [zh]\n');
  const { settings } = await shown(['compare', 'plan.yaml', '--repeats', '4'], { KNEEPOINT_TIMEOUT: '9s' });
  const of = (name: string) => {
    const setting = settings.find((one) => one.name === name);
    return [setting?.value, setting?.from.replace(`${home}/`, '')];
  };
  expect(of('language')).toEqual(['ko', '.config/kneepoint/config.yaml:1']);
  expect(of('compare.workers')).toEqual(['2', 'project/kneepoint.config.yaml:1']);
  expect(of('compare.language')).toEqual(['zh', 'plan.yaml:3']);
  expect(of('compare.format')).toEqual(['html', '.config/kneepoint/config.yaml:3']);
  expect(of('compare.repeats')).toEqual(['4', '--repeats']);
  expect(of('compare.timeout')).toEqual(['9s', 'KNEEPOINT_TIMEOUT']);
  expect(of('compare.servers')).toEqual(['in turn', 'default']);
});

test('a comparison runs with the flag above the plan, and the plan above the config', async () => {
  configs('report: { languages: [ko], format: [html] }\n', 'compare: { workers: 1 }\n');
  writeFileSync(
    join(folder, 'small.yaml'),
    `version: 1
name: small
targets: [{ name: one, api: openai-chat, url: "${simulator.url}" }]
suites: [{ kind: concurrency, users: [2], requests: 4, inputTokens: 32, outputTokens: 4 }]
repeats: 3
report: { languages: [zh] }
`,
  );
  const end = await run(['compare', 'small.yaml', '--repeats', '2', '--output', 'out', '--quiet']);
  expect(end, end.stderr).toSatisfy(hasMeasured);
  const { plan, stages } = readResult(join(folder, 'out', 'result.json'));
  expect(stages).toHaveLength(2);
  expect(plan).toMatchObject({ workers: 1, repeats: 2, report: { languages: ['zh'], format: ['html'] } });
  expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).toContain('lang="zh');
});

test('a config that is wrong stops what it is about, and not what helps', async () => {
  configs(
    'bench: { durations: 3s, duration: 30 }\nlanguage: fr\n',
    'agents: [{ name: a, url: "http://a:1" }]\n',
  );
  const refused = await run(['history']);
  expect(refused.code).toBe(2);
  for (const part of [
    'kneepoint.config.yaml:1: agents',
    'config.yaml:1: bench.durations: unknown key; did you mean duration?',
    'config.yaml:1: bench.duration: "30" has no unit',
    'config.yaml:2: language',
  ])
    expect(refused.stderr).toContain(part);
  for (const words of [
    ['--help'],
    ['bench', '--help'],
    ['--version'],
    ['completion', 'bash'],
    ['config', 'path'],
    ['--no-config', 'history'],
  ])
    expect((await run(words)).code, words.join(' ')).toBe(0);
  const doctor = await run(['doctor', '--json']);
  expect([0, 4]).toContain(doctor.code);
  expect(doctor.stderr).toContain('bench.durations');
  const show = await run(['config', 'show']);
  expect(show.code).toBe(2);
  expect(show.stderr).toContain('bench.durations');
});

test('an error about a value that nobody typed says where it comes from', async () => {
  configs('bench: { rate: "-2" }\n', 'bench: {}\n'.replace('{}', '{ repeats: 1 }'));
  const end = await run(['bench', simulator.url]);
  expect(end.code).toBe(2);
  expect(end.stderr).toMatch(/--rate comes from .*config\.yaml:1/);
  const variable = await run(['bench', simulator.url], { KNEEPOINT_USERS: 'many', KNEEPOINT_RATE: '' });
  expect(variable.stderr).toContain('--users comes from KNEEPOINT_USERS');
});

test('an agent is meant by its name, and a slip of it is told the nearest one', async () => {
  configs('agents: [{ name: gpu-host, url: "http://127.0.0.1:9", tokenEnv: GPU_TOKEN }]\n', 'workers: 1\n');
  const named = await run(['compare', 'small.yaml', '--agent', 'gpu-host'], { GPU_TOKEN: 'x' });
  expect(named.code).toBe(3);
  expect(named.stderr).toContain('the agent does not answer');
  const slip = await run(['compare', 'small.yaml', '--agent', 'gpu-hots']);
  expect(slip.code).toBe(2);
  expect(slip.stderr).toContain('did you mean gpu-host?');
});

test('config init writes what config show reads, and never over a file', async () => {
  const fresh = newFolder();
  const own = { HOME: fresh };
  expect((await runKneepoint(['config', 'init'], { environment: own })).code).toBe(0);
  expect((await runKneepoint(['config', 'show'], { environment: own })).code).toBe(0);
  expect((await runKneepoint(['config', 'init'], { environment: own })).code).toBe(2);
  expect((await runKneepoint(['config', 'path'], { environment: own })).stdout.trim()).toBe(
    join(fresh, '.config/kneepoint/config.yaml'),
  );
});
