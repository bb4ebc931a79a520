import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { EngineKind } from './engine-kinds.ts';
import { countersBetween, countersIn } from './server-counters.ts';

async function recorded(engine: EngineKind): Promise<string> {
  const captures = new URL('../../../packages/core/src/transport/__fixtures__/captures/', import.meta.url);
  return readFile(new URL(`${engine}/metrics.txt`, captures), 'utf8');
}

test("vLLM's recorded metrics give its counters", async () => {
  const counters = countersIn(await recorded('vllm'), 'vllm');
  expect(counters.promptTokens).toBe(115);
  expect(counters.generationTokens).toBe(127);
  expect(counters.timeToFirstToken.count).toBe(17);
  expect(counters.interTokenLatency.sumSeconds).toBeCloseTo(2.2929, 4);
});

test("SGLang's recorded metrics are summed over streaming and other requests", async () => {
  const counters = countersIn(await recorded('sglang'), 'sglang');
  expect(counters.timeToFirstToken.count).toBe(13 + 127);
  expect(counters.timeToFirstToken.boundsSeconds.slice(0, 3)).toEqual([0.1, 0.2, 0.4]);
  expect(counters.interTokenLatency.count).toBe(7225);
});

test('before its first request a server has counted nothing', () => {
  const fresh = countersIn('process_open_fds 12\n', 'sglang');
  const later = countersIn(
    'sglang:generation_tokens_total{a="1"} 8\nsglang:generation_tokens_total{a="2"} 1\n',
    'sglang',
  );
  expect(countersBetween(fresh, later).generationTokens).toBe(9);
});
