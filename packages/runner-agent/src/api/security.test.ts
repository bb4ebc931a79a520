import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAgentClient } from '../client/agent-client.ts';
import type { JsonObject } from '../jobs/ports.ts';
import { depsForTests, smallPlan } from '../jobs/testing/agent-for-tests.ts';
import { type AgentPolicy, closedPolicy, parseAgentPolicy } from '../policy/agent-policy.ts';
import { serveAgent } from './serve-agent.ts';

const token = 'a-token-for-the-tests-0123456789';

type Changes = Partial<Parameters<typeof serveAgent>[0]>;

async function serve(changes: Changes = {}) {
  const state = mkdtempSync(join(tmpdir(), 'kneepoint-served-'));
  const agent = await serveAgent({
    ...depsForTests(state),
    policy: closedPolicy,
    host: '127.0.0.1',
    port: 0,
    token,
    ...changes,
  });
  onTestFinished(async () => {
    await agent.close();
    rmSync(state, { recursive: true, force: true });
  });
  return { ...agent, state, port: Number(new URL(agent.url).port) };
}

type Answer = { readonly status: number; readonly text: string };

/** Asks without a client's own ideas of paths and headers. */
async function ask(
  port: number,
  path: string,
  options: RequestOptions & { body?: string } = {},
): Promise<Answer> {
  const asked = request({ host: '127.0.0.1', port, path, ...options });
  asked.end(options.body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  return { status: answer.statusCode ?? 0, text };
}

const codeOf = ({ text }: Answer): unknown => JSON.parse(text).error.code;
const authorization = `Bearer ${token}`;

const limits = (changes: Partial<AgentPolicy['limits']>): AgentPolicy => ({
  ...closedPolicy,
  limits: { ...closedPolicy.limits, ...changes },
});

test.each([
  ['no token', {}, 'token-missing'],
  ['a wrong token', { authorization: 'Bearer another-token-0123456789' }, 'token-wrong'],
  ['a token of another kind', { authorization: `Basic ${token}` }, 'token-missing'],
  ['an empty token', { authorization: 'Bearer ' }, 'token-missing'],
])('%s lets nobody in, at any route', async (_, headers, code) => {
  const { port } = await serve();
  for (const path of [
    '/jobs',
    '/version',
    '/probes',
    '/openapi.json',
    '/reference',
    '/metrics',
    '/no-such-route',
  ]) {
    const answer = await ask(port, path, { headers });
    expect([path, answer.status, codeOf(answer)]).toEqual([path, 401, code]);
  }
  expect((await ask(port, '/health', { headers })).text).toBe('{"status":"ok"}');
});

test('the right token lets in', async () => {
  const { url } = await serve();
  expect(await createAgentClient({ url, token }).jobs()).toEqual([]);
});

test('an agent off loopback does not start without a token, or with one that is easily guessed', async () => {
  await expect(serve({ host: '0.0.0.0', token: null })).rejects.toMatchObject({ code: 'token-required' });
  await expect(serve({ host: '0.0.0.0', token: 'short' })).rejects.toMatchObject({ code: 'token-short' });
});

test('without a token, a name that a stranger pointed at this host is refused', async () => {
  const { port } = await serve({ token: null });
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1.evil.example',
    'localhost.evil.example',
  ]) {
    const answer = await ask(port, '/jobs', { headers: { host } });
    expect([host, answer.status >= 400]).toEqual([host, true]);
  }
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, 'LOCALHOST', '[::1]:1'])
    expect([host, (await ask(port, '/jobs', { headers: { host } })).status]).toEqual([host, 200]);
});

test('a page of another site cannot ask through the browser of someone on this host', async () => {
  const { port } = await serve({ token: null });
  const headers = { origin: 'https://evil.example' };
  expect((await ask(port, '/jobs/job-00000000000000000000/cancel', { method: 'POST', headers })).status).toBe(
    403,
  );
});

const policyText = (folder: string): string => `version: 1
images: ["vllm/vllm-openai:v0.11.0", "registry.example/team/*"]
commands: [[vllm, serve]]
mounts: ["${folder}/models"]
environment: [OMP_NUM_THREADS]
ports: ["8000-8010"]
`;

test.each([
  ['an image that is not listed', 'docker: { image: "evil/miner:1", ports: { 8001: 8000 } }', 'evil/miner:1'],
  [
    'an image whose name only begins like a listed one',
    'docker: { image: "vllm/vllm-openai:v0.11.0-evil", ports: { 8001: 8000 } }',
    'v0.11.0-evil',
  ],
  [
    'a mount of /etc',
    'docker: { image: "registry.example/team/a", ports: { 8001: 8000 }, volumes: { /etc: /x } }',
    'mount "/etc"',
  ],
  [
    'a mount beside an allowed folder',
    'docker: { image: "registry.example/team/a", ports: { 8001: 8000 }, volumes: { FOLDER/models-evil: /x } }',
    'models-evil',
  ],
  [
    'a mount of a link that leads out of its folder',
    'docker: { image: "registry.example/team/a", ports: { 8001: 8000 }, volumes: { FOLDER/models/link: /x } }',
    'models/link',
  ],
  ['another port', 'docker: { image: "registry.example/team/a", ports: { 22: 8000 } }', 'port 22'],
  [
    'a port for everybody',
    'docker: { image: "registry.example/team/a", ports: { "0.0.0.0:8001": 8000 } }',
    '0.0.0.0',
  ],
  [
    'the memory of the host',
    'docker: { image: "registry.example/team/a", ports: { 8001: 8000 }, ipc: host }',
    'ipc: host',
  ],
  [
    'another entry point',
    'docker: { image: "registry.example/team/a", ports: { 8001: 8000 }, entrypoint: [sh, -c, ls] }',
    'sh -c ls',
  ],
  ['another command', 'process: { command: [python3, -c, "1", --port, 8001] }', 'python3'],
  ['a command with shell signs', 'process: { command: ["vllm serve; rm -rf ~", --port, 8001] }', 'rm -rf'],
  ['a shell', 'process: { command: [sh, -c, "vllm serve $(id)", --port, 8001] }', 'sh -c'],
  [
    'another variable',
    'process: { command: [vllm, serve, --port, 8001], env: { LD_PRELOAD: /tmp/x.so } }',
    'LD_PRELOAD',
  ],
  [
    "a variable of the agent's own",
    'process: { command: [vllm, serve, { fromEnv: AWS_SECRET }, --port, 8001] }',
    'AWS_SECRET',
  ],
  [
    'another working directory',
    'process: { command: [vllm, serve, --port, 8001], workingDirectory: / }',
    'working directory',
  ],
])('%s is not started', async (_, deploy, named) => {
  const folder = mkdtempSync(join(tmpdir(), 'kneepoint-policy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'models'));
  mkdirSync(join(folder, 'models-evil'));
  symlinkSync('/etc', join(folder, 'models', 'link'));
  const { url } = await serve({ policy: parseAgentPolicy(policyText(folder), 'agent.yaml') });
  const client = createAgentClient({ url, token });
  const plan = smallPlan([`  - { name: x, deploy: { ${deploy.replaceAll('FOLDER', folder)} } }`]);
  const refused = { code: 'not-allowed', message: expect.stringContaining(named) };
  await expect(client.submitJob({ plan })).rejects.toMatchObject(refused);
  await expect(client.startDeployment({ plan, target: 'x' })).rejects.toMatchObject(refused);
  expect(await client.jobs()).toEqual([]);
  expect(await client.deployments()).toEqual([]);
});

test('a mount of the whole host is refused by the plan itself', async () => {
  const { url } = await serve();
  const deploy = 'docker: { image: a, ports: { 8001: 8000 }, volumes: { /: /host } }';
  const plan = smallPlan([`  - { name: x, deploy: { ${deploy} } }`]);
  await expect(createAgentClient({ url, token }).submitJob({ plan })).rejects.toMatchObject({
    code: 'plan-invalid',
  });
});

test.each([
  ['the key of another variable', '{ name: x, url: "http://127.0.0.1:1", apiKeyEnv: HOME }', 'HOME'],
  ['a host inside the network', '{ name: x, url: "http://169.254.169.254" }', '169.254.169.254'],
  ['the socket of a container engine', '{ name: x, url: "unix:/var/run/docker.sock" }', 'socket'],
  [
    'a file of the host as a certificate',
    '{ name: x, url: "https://127.0.0.1:1", tls: { ca: /etc/shadow } }',
    '/etc/shadow',
  ],
])('a job is not given %s', async (_, target, named) => {
  const { url } = await serve();
  await expect(
    createAgentClient({ url, token }).submitJob({ plan: smallPlan([`  - ${target}`]) }),
  ).rejects.toMatchObject({
    code: 'not-allowed',
    message: expect.stringContaining(named),
  });
});

test.each([
  '/jobs/../../etc/passwd',
  '/jobs/..%2f..%2fetc%2fpasswd/result',
  '/jobs/%2e%2e%2f%2e%2e%2fetc/result',
  '/jobs/%252e%252e%252fetc/result',
  '/jobs/job-0000000000000000000%2f/result',
  '/jobs/job-00000000000000000000%00/result',
  '/jobs/..\\..\\etc/events',
  '/deployments/..%2f..%2fetc/logs',
  '/jobs/job-00000000000000000000/result',
])('the path %s reaches no file', async (path) => {
  const { port } = await serve();
  const answer = await ask(port, path, { headers: { authorization } });
  expect([400, 404]).toContain(answer.status);
  expect(answer.text).not.toContain('root:');
});

test('the name of an uploaded file cannot be a path', async () => {
  const { url } = await serve();
  const files = [{ source: 'tokenizer', name: '../../../etc/cron.d/evil', base64: '' }];
  await expect(
    createAgentClient({ url, token }).submitJob({ plan: smallPlan([]), files }),
  ).rejects.toMatchObject({ code: 'request-invalid', message: expect.stringContaining('files') });
});

const gigabyte = 1024 ** 3;

/** Sends a body until the other side has had enough; says how much it took. */
async function pour(
  port: number,
  head: string,
  chunked: boolean,
): Promise<{ readonly sent: number; readonly text: string }> {
  const socket: Socket = connect(port, '127.0.0.1');
  let text = '';
  let over = false;
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => {
    over = true;
  });
  socket.on('close', () => {
    over = true;
  });
  await once(socket, 'connect');
  socket.write(head);
  const piece = Buffer.alloc(64 * 1024, 0x20);
  let sent = 0;
  while (!over && sent < gigabyte) {
    if (chunked) socket.write(`${piece.length.toString(16)}\r\n`);
    const taken = socket.write(piece) && (!chunked || socket.write('\r\n'));
    sent += piece.length;
    if (chunked && !taken) socket.write('\r\n');
    if (!taken) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined);
  }
  socket.destroy();
  return { sent, text };
}

const postHead = (port: number, length: string): string =>
  `POST /jobs HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: ${authorization}\r\ncontent-type: application/json\r\n${length}\r\n\r\n`;

test.each([
  ['announced', `content-length: ${gigabyte}`, false],
  ['in chunks without a length', 'transfer-encoding: chunked', true],
])('a body of a gigabyte, %s, is refused and most of it never read', async (_, length, chunked) => {
  const { port } = await serve({ policy: limits({ bodyBytes: 1024 * 1024 }) });
  const { sent, text } = await pour(port, postHead(port, length), chunked);
  expect(text).toContain('HTTP/1.1 413');
  expect(text).toContain('body-too-large');
  expect(sent).toBeLessThan(gigabyte / 4);
});

test('a thousand listeners get what the policy allows, and the others a clear answer', async () => {
  const { port } = await serve({
    policy: limits({ listeners: 100 }),
    streams: { heartbeatMillis: 50, stallMillis: 60_000 },
  });
  const sockets: Socket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  const statuses = await Promise.all(
    Array.from({ length: 1000 }, async () => {
      const socket = connect(port, '127.0.0.1');
      sockets.push(socket);
      socket.on('error', () => {});
      socket.write(`GET /probes HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: ${authorization}\r\n\r\n`);
      const [first] = await Promise.race([once(socket, 'data'), once(socket, 'close')]).catch(() => []);
      return first instanceof Buffer ? first.toString().slice(9, 12) : 'closed';
    }),
  );
  const streams = statuses.filter((status) => status === '200').length;
  expect(streams).toBe(100);
  for (const status of new Set(statuses)) expect(['200', '429', 'closed']).toContain(status);
  for (const socket of sockets) socket.destroy();
  await expect
    .poll(async () => (await ask(port, '/metrics', { headers: { authorization } })).text, { timeout: 20_000 })
    .toContain('kneepoint_agent_listeners 0\n');
});

test('a reader that takes nothing is dropped, holds nothing up, and the others miss nothing', async () => {
  const listening: ((sample: JsonObject) => void)[] = [];
  const subscribe = (listener: (sample: JsonObject) => void) => {
    listening.push(listener);
    return () => {};
  };
  const { port, url } = await serve({
    probes: { subscribe },
    streams: { heartbeatMillis: 100, stallMillis: 1000 },
  });
  const slow = connect(port, '127.0.0.1');
  onTestFinished(() => void slow.destroy());
  slow.pause();
  slow.on('error', () => {});
  slow.write(`GET /probes HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: ${authorization}\r\n\r\n`);
  const metrics = async (): Promise<string> =>
    (await ask(port, '/metrics', { headers: { authorization } })).text;
  await expect.poll(metrics).toContain('kneepoint_agent_listeners 1\n');
  const end = new AbortController();
  const reader = (await createAgentClient({ url, token }).probes(end.signal)).getReader();
  await expect.poll(metrics).toContain('kneepoint_agent_listeners 2\n');
  const text = 'x'.repeat(64 * 1024);
  let read = '';
  const decoder = new TextDecoder();
  for (let number = 1; number <= 400; number++) {
    for (const listener of listening) listener({ number, text });
    while (!read.includes(`"number":${number},`))
      read = (read + decoder.decode((await reader.read()).value)).slice(-200_000);
    read = read.slice(-100);
  }
  end.abort();
  await expect.poll(metrics, { timeout: 30_000 }).toContain('kneepoint_agent_listeners_dropped_total 1\n');
});
