import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TargetRequest, usualTrust } from '@kneepoint/core';
import {
  type ProfileName,
  profiles,
  type SimulatedServer,
  startSimulatedServer,
} from '@kneepoint/sim-server';
import { afterEach, expect, test } from 'vitest';
import type { DoctorCheck } from '../doctor-check.ts';
import { checkServer } from './check-server.ts';

const simulators: SimulatedServer[] = [];
const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(simulators.splice(0).map((server) => server.close()));
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function simulated(profile: ProfileName): Promise<string> {
  const server = await startSimulatedServer({ profile: profiles[profile], port: 0 });
  simulators.push(server);
  return server.url;
}

const requestFor = (url: string, headers: Readonly<Record<string, string>> = {}): TargetRequest => ({
  name: 'server',
  url,
  api: null,
  engine: null,
  model: null,
  headers,
  body: {},
  timeoutMicros: 10_000_000,
  tls: usualTrust,
});

const outcomes = (checks: readonly DoctorCheck[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    checks.map((check) => [check.name, check.outcome === 'problem' ? check.problem.id : check.outcome]),
  );

const detailOf = (checks: readonly DoctorCheck[], name: string): string => {
  const check = checks.find((candidate) => candidate.name === name);
  return check === undefined || check.outcome === 'skipped' ? '' : check.detail;
};

test('nothing is wrong with a server in the dialect of vLLM', async () => {
  const { reachable, checks } = await checkServer(requestFor(await simulated('rtx5090-vllm-qwen3-8b')));
  expect(reachable).toBe(true);
  expect(new Set(Object.values(outcomes(checks)))).toEqual(new Set(['ok']));
  expect(detailOf(checks, 'engine')).toMatch(/^vllm 0\.\d+\.\d+, simulated$/);
  expect(detailOf(checks, 'dialects')).toContain('openai-chat, openai-completions');
  expect(detailOf(checks, 'prefix-cache')).toBe('/reset_prefix_cache');
  expect(detailOf(checks, 'continuous-usage')).toMatch(/^sent with \d+ of \d+ events$/);
});

test('nor with one in the dialect of SGLang, whose cache is not flushed by looking for the route', async () => {
  const { checks } = await checkServer(requestFor(await simulated('rtx5090-sglang-qwen3-8b')));
  expect(detailOf(checks, 'engine')).toMatch(/^sglang /);
  expect(detailOf(checks, 'dialects')).toContain('sglang-generate');
  expect(outcomes(checks)).toMatchObject({ 'prefix-cache': 'ok', metrics: 'ok', usage: 'ok' });
});

test('a stream without usage is said', async () => {
  const url = await simulated('rtx5090-vllm-qwen3-8b');
  const { checks } = await checkServer(requestFor(url, { 'x-sim-fault': 'no-usage' }));
  expect(outcomes(checks)).toMatchObject({ dialects: 'ok', usage: 'no-usage', 'continuous-usage': 'ok' });
  expect(detailOf(checks, 'continuous-usage')).toContain('not sent');
});

test.each(['http-500', 'empty-stream', 'error-in-stream', 'html'])(
  'a server that answers with %s accepts no dialect',
  async (fault) => {
    const url = await simulated('rtx5090-vllm-qwen3-8b');
    const { checks } = await checkServer(requestFor(url, { 'x-sim-fault': fault }));
    expect(outcomes(checks)).toMatchObject({
      dialects: 'dialect-refused',
      usage: 'skipped',
      'continuous-usage': 'skipped',
      metrics: 'ok',
    });
  },
);

test('a server that never answers a request is given up after the time that the person allows', async () => {
  const url = await simulated('rtx5090-vllm-qwen3-8b');
  const request = { ...requestFor(url, { 'x-sim-fault': 'never-answer' }), timeoutMicros: 100_000 };
  const { checks } = await checkServer(request);
  expect(outcomes(checks)).toMatchObject({ reachable: 'ok', dialects: 'dialect-refused' });
  expect(detailOf(checks, 'dialects')).toContain('/v1/chat/completions no answer');
});

test('a proxy that shows only the model and closes every connection is told apart from an engine', async () => {
  const server = createServer((incoming, answer) => {
    answer.setHeader('connection', 'close');
    answer.setHeader('content-type', 'application/json');
    const isModels = incoming.url === '/v1/models';
    answer.statusCode = isModels ? 200 : 404;
    answer.end(
      isModels ? JSON.stringify({ object: 'list', data: [{ id: 'm', owned_by: 'someone' }] }) : '{}',
    );
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { checks } = await checkServer(requestFor(`http://127.0.0.1:${port}`));
  expect(outcomes(checks)).toEqual({
    reachable: 'ok',
    engine: 'ok',
    model: 'ok',
    dialects: 'dialect-refused',
    usage: 'skipped',
    'continuous-usage': 'skipped',
    metrics: 'no-metrics',
    'prefix-cache': 'skipped',
    'keep-alive': 'connections-closed',
  });
  expect(detailOf(checks, 'dialects')).toContain('/v1/chat/completions 404');
});

test('a vLLM without its development routes cannot clear its cache', async () => {
  const server = createServer((incoming, answer) => {
    answer.setHeader('content-type', 'application/json');
    const isModels = incoming.url === '/v1/models';
    answer.statusCode = isModels ? 200 : 404;
    answer.end(isModels ? JSON.stringify({ data: [{ id: 'm', owned_by: 'vllm' }] }) : '{}');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { checks } = await checkServer(requestFor(`http://127.0.0.1:${port}`));
  expect(outcomes(checks)).toMatchObject({ 'prefix-cache': 'no-prefix-cache-route', 'keep-alive': 'ok' });
});

test('where nothing listens, that is the finding, and the rest is skipped', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const { reachable, checks } = await checkServer(requestFor(`http://127.0.0.1:${port}`));
  expect(reachable).toBe(false);
  expect(outcomes(checks)).toMatchObject({
    reachable: 'server-unreachable',
    engine: 'skipped',
    'keep-alive': 'skipped',
  });
});

test('a key that is missing is for the person to correct', async () => {
  const server = createServer((_incoming, answer) => answer.writeHead(401).end());
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(checkServer(requestFor(`http://127.0.0.1:${port}`))).rejects.toMatchObject({ exitCode: 2 });
});
