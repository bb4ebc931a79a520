import { readdirSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readResult, stageAt } from './support/read-result.ts';
import { type KneepointEnd, newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { type Answering, startRecordingServer } from './support/start-recording-server.ts';
import { startSimulator } from './support/start-simulator.ts';

const small = ['--users', '2', '--input-tokens', '40', '--output-tokens', '8', '--quiet'];
const oneSentence = /^kneepoint: [^\n]+\n(?: {2}[^\n]+\n)+$/;

type Benched = KneepointEnd & { readonly output: string };

async function bench(url: string, ...flags: string[]): Promise<Benched> {
  const output = join(newFolder(), 'result.json');
  const end = await runKneepoint(['bench', url, ...small, '--output', output, ...flags]);
  return { ...end, output };
}

async function simulator(...flags: string[]): Promise<string> {
  const running = await startSimulator('--profile', 'ideal', ...flags);
  onTestFinished(running.close);
  return running.url;
}

async function server(answering: Answering): Promise<string> {
  const running = await startRecordingServer(answering);
  onTestFinished(running.close);
  return running.url;
}

/** A server on bare sockets. */
async function rawServer(take: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const listening = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    take(socket);
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    listening.close();
    for (const socket of sockets) socket.destroy();
  });
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

test('a model that is not served is refused with the names that are', async () => {
  const end = await bench(await simulator(), '--model', 'Qwen/Qwen3-9B');
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toMatch(oneSentence);
  expect(end.stderr).toContain('it serves "Qwen/Qwen3-8B"');
  expect(end.stderr).toContain('did you mean --model Qwen/Qwen3-8B?');
});

test('a tokenizer that is none is refused in one sentence', async () => {
  const file = join(newFolder(), 'tokenizer.json');
  writeFileSync(file, '{"nothing":1}');
  const end = await bench(await simulator(), '--tokenizer', file);
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toMatch(oneSentence);
  expect(end.stderr).toContain(file);
});

test('a server that wants a key is answered with the flag that gives one', async () => {
  const url = await server({ models: (_request, response) => response.writeHead(401).end('{}') });
  const end = await bench(url);
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toMatch(oneSentence);
  expect(end.stderr).toContain('wants an API key');
  expect(end.stderr).toContain('--api-key-env');
});

test('a web page instead of a server is called one', async () => {
  const url = await server({
    models: (_request, response) => response.setHeader('content-type', 'text/html').end('<html></html>'),
  });
  const end = await bench(url);
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toMatch(oneSentence);
  expect(end.stderr).toContain('HTML page');
});

test('something that does not speak HTTP is told from a server that is down', async () => {
  const url = await rawServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
  const end = await bench(url);
  expect(end).toMatchObject({ code: 3, stdout: '' });
  expect(end.stderr).toMatch(oneSentence);
});

test.each([401, 404, 422, 500, 503])(
  'answers with status %i end the run with exit code 5',
  async (status) => {
    const end = await bench(await simulator('--fault', `http-${status}`), '--requests', '6');
    expect(end.code).toBe(5);
    expect(end.stderr).toMatch(/^kneepoint: no request got an answer: [^\n]+\n$/);
    expect(end.stderr).toContain(String(status));
    const stage = stageAt(readResult(end.output), 0);
    expect(stage.counts).toMatchObject({ dispatched: 6, completed: 0, failed: 6 });
    expect(stage.errors).toMatchObject([{ class: 'http-status', detail: String(status), count: 6 }]);
    expect(stage.trust.verdict).toBe('invalid');
  },
);

test.each([
  ['html', 'protocol'],
  ['empty-stream', 'empty'],
  ['error-in-stream=3', 'in-stream'],
  ['close=3', 'protocol'],
  ['reset=3', 'protocol'],
])('answers with the fault %s count as failures of class %s, never as answers', async (fault, expected) => {
  const end = await bench(await simulator('--fault', fault), '--requests', '4');
  expect([3, 5]).toContain(end.code);
  const stage = stageAt(readResult(end.output), 0);
  expect(stage.counts).toMatchObject({ completed: 0, failed: 4 });
  expect(stage.errors[0]?.class).toBe(expected);
  expect(stage.metrics.requestThroughput.value ?? 0).toBe(0);
  expect(stage.trust.verdict).toBe('invalid');
});

test('a server that never answers is given up after --timeout', async () => {
  const end = await bench(await simulator('--fault', 'never-answer'), '--requests', '2', '--timeout', '1s');
  expect(end.code).toBe(3);
  expect(end.stderr).toMatch(/^kneepoint: the target server stopped answering: timeout[^\n]+\n$/);
  const stage = stageAt(readResult(end.output), 0);
  expect(stage.errors).toMatchObject([{ class: 'timeout', count: 2 }]);
  expect(stage.metrics.ttft).toMatchObject({ count: 0, mean: null });
});

test('a server that dies in the middle ends the run with exit code 3 and what was measured until then', async () => {
  const url = await simulator('--fault', 'die-after=12');
  const end = await bench(url, '--users', '2,4', '--duration', '60s');
  expect(end.code).toBe(3);
  expect(end.stderr).toMatch(/^kneepoint: the target server stopped answering: connect[^\n]+\n$/);
  const result = readResult(end.output);
  expect(result.stages).toHaveLength(1);
  const stage = stageAt(result, 0);
  expect(stage.counts.completed).toBeGreaterThan(4);
  expect(stage.counts.failed).toBeGreaterThan(0);
  expect(stage.tokens.output).toBeGreaterThanOrEqual(stage.counts.completed * 8);
  expect(stage.status).toBe('partial');
  expect(stage.statusReason).toContain('could not be reached');
  expect(result.exit?.code).toBe(3);
});

test('half of the answers failing is in the counts and in the verdict', async () => {
  let asked = 0;
  const url = await server({
    chat: (response: ServerResponse) => {
      asked++;
      if (asked % 2 === 0) response.writeHead(503).end('busy');
      else {
        response.setHeader('content-type', 'text/event-stream');
        response.write('data: {"choices":[{"index":0,"delta":{"content":"word"}}]}\n\n');
        response.write('data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":1}}\n\n');
        response.end('data: [DONE]\n\n');
      }
    },
  });
  const end = await bench(url, '--requests', '20');
  const stage = stageAt(readResult(end.output), 0);
  expect(stage.counts).toMatchObject({ completed: 10, failed: 10 });
  expect(stage.metrics.errorRate.value ?? stage.whole.metrics.errorRate.value).toBeCloseTo(0.5, 1);
  expect(stage.trust.verdict).not.toBe('valid');
  expect(end.stdout).toContain('503');
});

test("control characters in a server's words do not reach the terminal", async () => {
  const url = await server({
    chat: (response: ServerResponse) => response.writeHead(500).end('\u001b[31mred\u0007\u009b2J'),
  });
  const end = await bench(url, '--requests', '2');
  expect(end.code).toBe(5);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(`${end.stdout}${end.stderr}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test.each([
  ['users', ['--users', '2', '--requests', '2']],
  ['arrivals', ['--rate', '20', '--requests', '2']],
  ['a burst', ['--at-once', '2']],
])(
  'prompts too short for a question end a run of %s with exit code 2, and the run does end',
  async (_what, load) => {
    const output = join(newFolder(), 'result.json');
    const words = ['bench', await simulator(), '--quiet', '--input-tokens', '20', '--output-tokens', '2'];
    const end = await runKneepoint([...words, '--output', output, ...load]);
    expect(end).toMatchObject({ code: 2, stdout: '' });
    expect(end.stderr).toMatch(oneSentence);
    expect(readdirSync(dirname(output)).filter((name) => name.endsWith('.partial'))).toEqual([]);
  },
);
