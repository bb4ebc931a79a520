import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoctorReport } from '../packages/runner-agent/src/doctor/index.ts';
import { type KneepointEnd, newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

const reportOf = ({ stdout }: KneepointEnd): DoctorReport => JSON.parse(stdout) as DoctorReport;
const namesOf = (report: DoctorReport, scope: string): readonly string[] =>
  report.checks.filter((check) => check.scope === scope).map(({ name }) => name);
const problemsOf = (report: DoctorReport, scope: string): readonly string[] =>
  report.checks.flatMap((check) =>
    check.scope === scope && check.outcome === 'problem' ? [check.problem.id] : [],
  );

/** The machine that runs the tests may have problems of its own. */
const expectedCode = ({ counts }: DoctorReport): number => (counts.errors > 0 ? 4 : 0);

function writePlan(target: string): string {
  const path = join(newFolder(), 'plan.yaml');
  writeFileSync(
    path,
    `version: 1\nname: doctor\ntargets:\n  - ${target}\nsuites:\n  - { kind: single-user, requests: 5, outputTokens: 50 }\n`,
  );
  return path;
}

test('doctor looks at the host alone, with or without a GPU', async () => {
  const end = await runKneepoint(['doctor', '--json']);
  const report = reportOf(end);
  expect(report).toMatchObject({ schema: 'kneepoint.doctor/1', subject: null });
  expect(namesOf(report, 'host')).toEqual([
    'node',
    'cores',
    'memory',
    'file-descriptors',
    'ports',
    'clock-source',
    'shared-memory',
    'gpu',
    'driver',
    'docker',
    'container-toolkit',
  ]);
  expect(report.checks.every((check) => check.outcome !== 'skipped' || check.reason !== '')).toBe(true);
  expect(end.code).toBe(expectedCode(report));
  expect(end.stderr).toBe('');
});

test('a simulated server has nothing wrong with it', async () => {
  const end = await runKneepoint(['doctor', simulator.url, '--json']);
  const report = reportOf(end);
  expect(problemsOf(report, 'server')).toEqual([]);
  expect(namesOf(report, 'server')).toHaveLength(9);
  expect(end.code).toBe(expectedCode(report));
});

test('it only asks: the server has a few tiny requests behind it', async () => {
  const before = (await simulator.truth()).requests.length;
  await runKneepoint(['doctor', simulator.url]);
  const { requests } = await simulator.truth();
  expect(requests.length - before).toBeLessThanOrEqual(6);
});

test('an address where nothing answers ends with 3, and says so in words and in JSON', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((resolve) => server.close(resolve));
  const said = await runKneepoint(['doctor', url]);
  expect(said.code).toBe(3);
  expect(said.stdout).toContain('[server-unreachable]');
  const report = reportOf(await runKneepoint(['doctor', url, '--json']));
  expect(report.verdict).toBe('unreachable');
});

test('a plan that would not start ends with 4 and names each known problem', async () => {
  const plan = writePlan(
    '{ name: sglang, engine: sglang, deploy: { process: { command: [python3, -m, sglang.launch_server, --port, "8002", --disable-flashinfer] } }, url: "http://127.0.0.1:8002" }',
  );
  const end = await runKneepoint(['doctor', plan, '--json']);
  expect(end.code).toBe(4);
  expect(problemsOf(reportOf(end), 'plan')).toContain('sglang-disable-flashinfer');
  const said = await runKneepoint(['doctor', plan]);
  expect(said.stdout).toMatch(/error +sglang arguments/);
});

test('advice ends with 0 unless --strict makes it count', async () => {
  const plan = writePlan(
    '{ name: vllm, engine: vllm, deploy: { process: { command: [vllm, serve, m, --gpu-memory-utilization, "0.95"] } }, url: "http://127.0.0.1:1" }',
  );
  const end = await runKneepoint(['doctor', plan, '--json']);
  expect(problemsOf(reportOf(end), 'plan')).toEqual(['gpu-memory-share-high']);
  expect(end.code).toBe(expectedCode(reportOf(end)));
  expect((await runKneepoint(['doctor', plan, '--strict'])).code).toBe(4);
});

test('the port of a server that runs is taken', async () => {
  const plan = writePlan(
    `{ name: vllm, engine: vllm, deploy: { process: { command: [vllm, serve, m] } }, url: "${simulator.url}" }`,
  );
  expect(problemsOf(reportOf(await runKneepoint(['doctor', plan, '--json'])), 'plan')).toEqual([
    'port-in-use',
  ]);
});

test('a plan that is wrong ends with 2 and lists what is', async () => {
  const wrong = await runKneepoint(['doctor', writePlan('{ name: vllm, urll: "http://127.0.0.1:1" }')]);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('urll');
  expect(wrong.stdout).toBe('');
  const missing = await runKneepoint(['doctor', join(newFolder(), 'none.yaml')]);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain('there is no plan');
});
