import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { cachingVerdictSchema } from '../packages/core/src/analysis/caching/caching-verdict.ts';
import { runCachingAudit } from './engines/harness/run-caching-audit.ts';
import { readResult } from './support/read-result.ts';
import { newFolder, quietStderr, runKneepoint } from './support/run-kneepoint.ts';
import { startSimulator } from './support/start-simulator.ts';

/** Small, so that the tests are quick: a prompt of 800 tokens takes the simulated server some 16 ms of prefill. */
const small = { rounds: 3, requestsPerStage: 3, inputTokens: 800, outputTokens: 8 };
const vllm = ['--profile', 'rtx5090-vllm-qwen3-8b', '--step-ms', '5', '--prompt-token-us', '50'];
const sglang = ['--profile', 'rtx5090-sglang-qwen3-8b', '--step-ms', '5', '--prompt-token-us', '50'];

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function simulatorAt(...flags: readonly string[]): Promise<string> {
  const simulator = await startSimulator(...flags);
  closers.push(() => simulator.close());
  return simulator.url;
}

test.each([
  ['vLLM', vllm],
  ['SGLang', sglang],
])(
  'a simulated %s with a prefix cache is found to keep prompts, and its own counts say the same',
  async (_name, flags) => {
    const { verdict } = await runCachingAudit(await simulatorAt(...flags), small);
    expect(verdict).toMatchObject({ verdict: 'cached', keeps: 'prefixes' });
    expect(verdict.cachedByUsage.repeated).toBeGreaterThan(0.9);
    expect(verdict.cachedByUsage.distinct).toBe(0);
    expect(verdict.cachedByMetrics.repeated).toBeGreaterThan(0.9);
  },
);

test.each([
  ['vLLM', vllm],
  ['SGLang', sglang],
])('a simulated %s without one is not', async (_name, flags) => {
  const { verdict } = await runCachingAudit(await simulatorAt(...flags, '--no-prefix-cache'), small);
  // On a busy host the interval over three rounds may be too wide for a verdict, but never wholly beyond a tenth.
  expect(verdict.verdict).not.toBe('cached');
  expect(verdict.cachedByUsage).toEqual({ distinct: 0, repeated: 0 });
});

test('a server that stores answers is found to keep them', async () => {
  const { verdict } = await runCachingAudit(await answerStore(), { ...small, rounds: 2, inputTokens: 60 });
  expect(verdict).toMatchObject({ verdict: 'cached', keeps: 'answers' });
});

test('the command prints the verdict with its figures, writes the result, and ends with 0 whatever it found', async () => {
  const url = await simulatorAt(...vllm);
  const output = join(newFolder(), 'audit.json');
  const words = ['audit', 'caching', url, '--rounds', '2', '--requests', '3'];
  const lengths = ['--input-tokens', '800', '--output-tokens', '8', '--quiet'];
  const told = await runKneepoint([...words, ...lengths, '--output', output]);
  expect(told.stderr).toMatch(quietStderr);
  expect(told.code).toBe(0);
  expect(told.stdout).toMatch(/^Caching: (cached \(prefixes\)|inconclusive)$/m);
  expect(told.stdout).toContain('time to first token');
  expect(readResult(output).stages.map(({ suite }) => suite)).toEqual(['audit', 'audit', 'audit', 'audit']);
  const asJson = await runKneepoint([...words, ...lengths, '--json']);
  const { caching } = JSON.parse(asJson.stdout) as { readonly caching: unknown };
  expect(cachingVerdictSchema.parse(caching).cachedByUsage.repeated).toBeGreaterThan(0.9);
});

test('the command refuses a single round, before anything is sent', async () => {
  const refused = await runKneepoint(['audit', 'caching', 'http://127.0.0.1:1', '--rounds', '1']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('one round says nothing of chance');
});

/** A gateway in front of a slow model: it makes an answer of eight tokens once, and sends it at once when it is asked again. */
async function answerStore(): Promise<string> {
  const stored = new Set<string>();
  const server = createServer((request, response) => {
    if (request.url === '/v1/models') {
      response.setHeader('content-type', 'application/json').end('{"object":"list","data":[{"id":"model"}]}');
    } else if (request.url === '/v1/chat/completions') {
      void text(request).then((body) => answer(body, response));
    } else response.writeHead(404).end();
  });
  const answer = async (body: string, response: ServerResponse): Promise<void> => {
    const pace = stored.has(body) ? 0 : 10;
    stored.add(body);
    response.setHeader('content-type', 'text/event-stream');
    for (let token = 1; token <= 8; token++) {
      await delay(pace);
      const usage = { prompt_tokens: 60, completion_tokens: token, total_tokens: 60 + token };
      const choices = [
        { index: 0, delta: { content: ' word' }, finish_reason: token === 8 ? 'length' : null },
      ];
      response.write(`data: ${JSON.stringify({ choices, usage })}\n\n`);
    }
    response.end('data: [DONE]\n\n');
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
