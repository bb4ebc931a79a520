import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { OwnResult } from '../packages/core/src/index.ts';
import { freePort } from './support/free-port.ts';
import { readRecords, readResult } from './support/read-result.ts';
import {
  hasMeasured,
  type KneepointEnd,
  newFolder,
  runKneepoint,
  startKneepoint,
} from './support/run-kneepoint.ts';
import { startSimulator } from './support/start-simulator.ts';

const simulator = fileURLToPath(new URL('../packages/sim-server/src/serve.ts', import.meta.url));
const words = (list: readonly string[]): string => JSON.stringify(list);

/** A target that the plan has started: the simulated server as a process. */
const deployed = (name: string, port: number, step: string): string =>
  `  - name: ${name}
    deploy:
      process: { command: ${words([process.execPath, simulator, '--port', String(port), '--profile', 'ideal', '--ttft-ms', '20', '--step-ms', step])} }`;

const planOf = (targets: readonly string[]): string => `version: 1
name: deployed
targets:
${targets.join('\n')}
suites:
  - { kind: single-user, requests: 2, outputTokens: 32 }
  - { kind: concurrency, users: [2, 4], requests: 12, inputTokens: 40, outputTokens: 32 }
report: { languages: [en, ko], format: [markdown] }
`;

/** Says why it cannot start, in words that are known, and ends. */
const broken = `  - name: broken
    engine: vllm
    url: http://127.0.0.1:9
    deploy:
      process: { command: ${words([process.execPath, '-e', "console.error('RuntimeError: CUDA error: no kernel image is available for execution on the device'); process.exit(1)"])} }`;

const isAnswering = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health`).then(
    () => true,
    () => false,
  );

type Run = { readonly folder: string; readonly end: KneepointEnd; readonly ports: readonly number[] };

async function comparePlan(
  name: string,
  targets: (ports: readonly number[]) => string[],
  ...flags: string[]
): Promise<Run> {
  const folder = newFolder();
  const ports = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'plan.yaml'), planOf(targets(ports)));
  const end = await runKneepoint(['compare', 'plan.yaml', '--output', name, ...flags], { directory: folder });
  return { folder: join(folder, name), end, ports };
}

const both = ([quick = 0, slow = 0]: readonly number[]): string[] => [
  deployed('quick', quick, '5'),
  deployed('slow', slow, '10'),
];

let run: Run;
let result: OwnResult;

beforeAll(async () => {
  run = await comparePlan('out', both);
  result = readResult(join(run.folder, 'result.json'));
});

test('a plan deploys its servers one after the other, measures each, and leaves none behind', async () => {
  expect(run.end, run.end.stderr).toSatisfy(hasMeasured);
  expect(result.stages.map(({ target }) => target)).toEqual([
    'quick',
    'quick',
    'quick',
    'slow',
    'slow',
    'slow',
  ]);
  for (const { counts, status } of result.stages) {
    expect(status).toBe('completed');
    expect(counts.failed + counts.cut + counts.dropped).toBe(0);
  }
  for (const port of run.ports) expect(await isAnswering(port)).toBe(false);
  expect(run.end.stderr).toContain('quick: the server is ready');
  expect(run.end.stderr).toContain('slow: the server was stopped');
});

test('the result says how each server was started, how long that took, and what memory it held', () => {
  for (const target of result.targets) {
    expect(target.deployment).toMatchObject({ kind: 'process' });
    expect(target.startup?.firstHealthyAnswer).toMatchObject({ kind: 'measured', unit: 'ms' });
    expect(target.startup?.firstToken.value).toBeGreaterThanOrEqual(
      target.startup?.firstHealthyAnswer.value ?? 0,
    );
    expect(target.initTime).toMatchObject({ kind: 'measured', unit: 's' });
    const resident = target.memoryPhases.filter(
      ({ owner }) => owner.kind === 'host' && owner.measure === 'resident',
    );
    expect(resident.map(({ phase }) => phase)).toEqual(['loaded', 'warm', 'inference', 'peak', 'after']);
    for (const { median } of resident.filter(({ samples }) => samples > 0))
      expect(median).toBeGreaterThan(1e6);
    expect(resident.find(({ phase }) => phase === 'loaded')?.samples).toBeGreaterThan(0);
  }
  expect(result.samples).not.toEqual([]);
  expect(result.environment.reasons['gpus']).not.toBe('');
});

test('result, records and reports lie in the folder, and the reports tell of starts and memory', () => {
  const records = readRecords(join(run.folder, 'requests.ndjson.gz'));
  expect(records).toHaveLength(result.requests.count);
  expect(readdirSync(run.folder)).toEqual(expect.arrayContaining(['report.en.md', 'report.ko.md']));
  const english = readFileSync(join(run.folder, 'report.en.md'), 'utf8');
  expect(english).toContain('First healthy answer after');
  expect(english).toContain('ready, no request yet');
  expect(readFileSync(join(run.folder, 'report.ko.md'), 'utf8')).toContain('준비 완료, 요청 없음');
});

test('a server that does not start is told with its log and what is known of it, and the other is measured', async () => {
  const { folder, end } = await comparePlan('out', ([, slow = 0]) => [broken, deployed('slow', slow, '5')]);
  expect(end.code, end.stderr).toBe(3);
  expect(end.stderr).toContain('broken: the server did not start');
  const { failures, stages } = readResult(join(folder, 'result.json'));
  expect(stages.map(({ target }) => target)).toEqual(['slow', 'slow', 'slow']);
  expect(failures).toMatchObject([{ target: 'broken', problems: [{ id: 'no-kernel-image' }] }]);
  expect(failures[0]?.logTail.join('\n')).toContain('no kernel image');
  const report = readFileSync(join(folder, 'report.en.md'), 'utf8');
  expect(report).toContain('Targets that could not be measured');
  expect(report).toContain('This is known:');
});

test('when no server starts, the log and the known cause are on the screen, and the code is 3', async () => {
  const { end } = await comparePlan('out', () => [broken]);
  expect(end.code, end.stderr).toBe(3);
  expect(end.stderr).toContain('no kernel image is available');
  expect(end.stderr).toContain('this is known:');
});

test('an agent in another process gives a result of the same shape, and stops what it started', async () => {
  const folder = newFolder();
  const ports = [await freePort(), await freePort()] as const;
  writeFileSync(join(folder, 'plan.yaml'), planOf(both(ports)));
  const policy = `version: 1\ncommands: [${words([process.execPath, simulator])}]\nports: [${ports.join(', ')}]\n`;
  writeFileSync(join(folder, 'agent.yaml'), policy);
  const environment = { KNEEPOINT_TOKEN: 'a-token-of-the-tests-0123456789' };
  const agentWords = ['agent', '--port', '0', '--policy', 'agent.yaml', '--token-env', 'KNEEPOINT_TOKEN'];
  const agent = startKneepoint(agentWords, { directory: folder, environment });
  onTestFinished(async () => {
    agent.process.kill('SIGTERM');
    expect((await agent.ended).code).toBe(0);
  });
  const url = await new Promise<string>((settle) => {
    agent.process.stdout?.once('data', (line: string) => settle(JSON.parse(line).url));
  });
  const flags = ['--output', 'out', '--agent', url, '--token-env', 'KNEEPOINT_TOKEN'];
  const end = await runKneepoint(['compare', 'plan.yaml', ...flags], { directory: folder, environment });
  expect(end, end.stderr).toSatisfy(hasMeasured);
  const remote = readResult(join(folder, 'out', 'result.json'));
  expect(shapeOf(remote)).toEqual(shapeOf(result));
  expect(readRecords(join(folder, 'out', 'requests.ndjson.gz'))).toHaveLength(remote.requests.count);
  for (const port of ports) expect(await isAnswering(port)).toBe(false);
});

/** What two runs of one plan have in common: targets, stages, phases, and which figures are known. */
const shapeOf = ({ targets, stages, failures }: OwnResult) => ({
  targets: targets.map(({ name, deployment, memoryPhases }) => [
    name,
    deployment?.kind,
    memoryPhases.map(({ phase, owner }) => [phase, owner]),
  ]),
  stages: stages.map(({ id, counts, status }) => [id, counts.completed, status]),
  failures,
});

test('an agent refuses what its policy does not allow, and nothing is started', async () => {
  const folder = newFolder();
  const ports = [await freePort(), await freePort()] as const;
  writeFileSync(join(folder, 'plan.yaml'), planOf(both(ports)));
  const agent = startKneepoint(['agent', '--port', '0'], { directory: folder });
  onTestFinished(async () => {
    agent.process.kill('SIGTERM');
    await agent.ended;
  });
  const url = await new Promise<string>((settle) => {
    agent.process.stdout?.once('data', (line: string) => settle(JSON.parse(line).url));
  });
  const end = await runKneepoint(['compare', 'plan.yaml', '--output', 'out', '--agent', url], {
    directory: folder,
  });
  expect(end.code, end.stderr).toBe(2);
  expect(end.stderr).toMatch(/policy/);
  for (const port of ports) expect(await isAnswering(port)).toBe(false);
});

test('files that a plan names go along to an agent, which has none of them', async () => {
  const folder = newFolder();
  const server = await startSimulator('--profile', 'ideal', '--ttft-ms', '20');
  onTestFinished(server.close);
  writeFileSync(join(folder, 'questions.txt'), 'What is a knee in a curve?\n\nWhy does a queue grow?\n');
  writeFileSync(
    join(folder, 'plan.yaml'),
    `version: 1
name: with-a-file
targets:
  - { name: server, url: "${server.url}" }
suites:
  - { kind: concurrency, users: [2], requests: 6, outputTokens: 8, prompts: { kind: dataset, source: questions.txt } }
`,
  );
  const agent = startKneepoint(['agent', '--port', '0'], { directory: newFolder() });
  onTestFinished(async () => {
    agent.process.kill('SIGTERM');
    await agent.ended;
  });
  const url = await new Promise<string>((settle) => {
    agent.process.stdout?.once('data', (line: string) => settle(JSON.parse(line).url));
  });
  const words = ['compare', 'plan.yaml', '--output', 'out', '--agent', url];
  const end = await runKneepoint(words, { directory: folder });
  expect(end, end.stderr).toSatisfy(hasMeasured);
  const [stage] = readResult(join(folder, 'out', 'result.json')).stages;
  expect(stage).toMatchObject({ status: 'completed', prompts: { kind: 'dataset', source: 'questions.txt' } });
});

test('Ctrl-C while a stage runs keeps what was measured, and the run can be resumed', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'state'));
  const ports = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'plan.yaml'), planOf(both(ports)).replace('requests: 12', 'duration: 60s'));
  const running = startKneepoint(['compare', 'plan.yaml', '--output', 'out'], { directory: folder });
  await new Promise<void>((settle) => {
    const look = setInterval(() => {
      if (!/2 users|users-2|2-users/.test(running.stderr())) return;
      clearInterval(look);
      settle();
    }, 50);
  });
  running.process.kill('SIGINT');
  const end = await running.ended;
  expect(end.code, end.stderr).toBe(130);
  const interrupted = readResult(join(folder, 'out', 'result.json'));
  expect(interrupted.stages[0]).toMatchObject({ target: 'quick', status: 'completed' });
  for (const port of ports) expect(await isAnswering(port)).toBe(false);

  writeFileSync(join(folder, 'plan.yaml'), planOf(both(ports)));
  const again = await runKneepoint(['compare', 'plan.yaml', '--resume', 'out/result.json'], {
    directory: folder,
  });
  expect(again, again.stderr).toSatisfy(hasMeasured);
  const resumed = readResult(join(folder, 'out', 'result.json'));
  expect(resumed.id).toBe(interrupted.id);
  expect(resumed.stages.map(({ id }) => id).toSorted()).toEqual(result.stages.map(({ id }) => id).toSorted());
  expect(new Set(resumed.stages.map(({ status }) => status))).toEqual(new Set(['completed']));
  expect(resumed.stages[0]?.startedAt).toBe(interrupted.stages[0]?.startedAt);
  expect(readRecords(join(folder, 'out', 'requests.ndjson.gz'))).toHaveLength(resumed.requests.count);
});

test('a dry run and the printed commands start nothing', async () => {
  const folder = newFolder();
  const ports = [await freePort(), await freePort()] as const;
  writeFileSync(join(folder, 'plan.yaml'), planOf(both(ports)));
  const dry = await runKneepoint(['compare', 'plan.yaml', '--dry-run'], { directory: folder });
  expect(dry.code).toBe(0);
  expect(dry.stdout).toMatch(/1\. start quick/);
  const printed = await runKneepoint(['compare', 'plan.yaml', '--print', 'docker-run'], {
    directory: folder,
  });
  expect(printed.stdout).toContain(`--port ${ports[0]}`);
  expect(readdirSync(folder)).toEqual(['plan.yaml']);
});
