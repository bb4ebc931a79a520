import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type CacheTarget, clearPrefixCache } from './server-prefix-cache.ts';

type Answer = { readonly status: number; readonly text: string };

/** A server that gives one answer after the other, the last one for ever. */
async function serverOf(
  engine: CacheTarget['engine'],
  answers: readonly Answer[],
): Promise<{ readonly target: CacheTarget; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    response.writeHead(answer?.status ?? 500).end(answer?.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const headers = { authorization: 'Bearer key' };
  return { target: { engine, baseUrl: `http://127.0.0.1:${port}`, headers, address: null }, asked };
}

const quick = { totalMillis: 60, pauseMillis: 10 };
const busyVllm = { status: 200, text: '{"success":false}' };
const busySglang = { status: 400, text: 'Flush cache failed.\n' };

test('an idle vLLM clears its cache, asked as the person asks it', async () => {
  const { target, asked } = await serverOf('vllm', [{ status: 200, text: '{"success":true}' }]);
  expect(await clearPrefixCache(target, quick)).toEqual({ kind: 'cleared' });
  expect(asked).toEqual(['POST /reset_prefix_cache Bearer key']);
});

test('an older vLLM that says nothing has cleared it', async () => {
  const { target } = await serverOf('vllm', [{ status: 200, text: '' }]);
  expect(await clearPrefixCache(target, quick)).toEqual({ kind: 'cleared' });
});

test('a vLLM that is busy says so with status 200, and is asked again', async () => {
  const { target, asked } = await serverOf('vllm', [
    busyVllm,
    busyVllm,
    { status: 200, text: '{"success":true}' },
  ]);
  expect(await clearPrefixCache(target, quick)).toEqual({ kind: 'cleared' });
  expect(asked).toHaveLength(3);
});

test('an SGLang that is busy says so with status 400, and is asked again', async () => {
  const { target, asked } = await serverOf('sglang', [busySglang, { status: 200, text: 'Cache flushed.\n' }]);
  expect(await clearPrefixCache(target, quick)).toEqual({ kind: 'cleared' });
  expect(asked).toEqual(['POST /flush_cache Bearer key', 'POST /flush_cache Bearer key']);
});

test.each([
  ['vllm', busyVllm],
  ['sglang', busySglang],
] as const)('a %s that stays busy refuses, after some patience', async (engine, answer) => {
  const { target, asked } = await serverOf(engine, [answer]);
  const outcome = await clearPrefixCache(target, quick);
  expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringContaining('only when idle') });
  expect(asked.length).toBeGreaterThan(2);
});

test('a vLLM without its development routes does not offer it, and says what would', async () => {
  const { target, asked } = await serverOf('vllm', [{ status: 404, text: '{"detail":"Not Found"}' }]);
  const outcome = await clearPrefixCache(target, quick);
  expect(outcome).toMatchObject({
    kind: 'not-offered',
    reason: expect.stringContaining('VLLM_SERVER_DEV_MODE=1'),
  });
  expect(asked).toHaveLength(1);
});

test('a server that wants another key refuses', async () => {
  const { target } = await serverOf('sglang', [{ status: 403, text: '' }]);
  expect(await clearPrefixCache(target, quick)).toEqual({
    kind: 'refused',
    reason: 'the server answers 403 at /flush_cache',
  });
});

test('a server of another kind is not asked', async () => {
  const { target, asked } = await serverOf('other', []);
  expect((await clearPrefixCache(target, quick)).kind).toBe('not-offered');
  expect(asked).toEqual([]);
});

test('a server that is gone refuses, and nothing is thrown', async () => {
  const { target } = await serverOf('vllm', []);
  const gone = { ...target, baseUrl: 'http://127.0.0.1:1' };
  expect((await clearPrefixCache(gone, quick)).kind).toBe('refused');
});
