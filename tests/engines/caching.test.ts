import { describe, expect, onTestFinished, test } from 'vitest';
import { clearPrefixCache } from '../../packages/core/src/measurement/server-prefix-cache.ts';
import { engineAvailability } from './harness/engine-availability.ts';
import { type EngineKind, engineKinds } from './harness/engine-kinds.ts';
import { freePort } from './harness/free-port.ts';
import { runCachingAudit } from './harness/run-caching-audit.ts';
import { startRealEngine } from './harness/start-real-engine.ts';

const availabilities = { vllm: await engineAvailability('vllm'), sglang: await engineAvailability('sglang') };

/** SGLang says cached tokens in its usage only when asked to; vLLM likewise. */
const reportCached: Readonly<Record<EngineKind, string>> = {
  vllm: '--enable-prompt-tokens-details',
  sglang: '--enable-cache-report',
};
const withoutCache: Readonly<Record<EngineKind, string>> = {
  vllm: '--no-enable-prefix-caching',
  sglang: '--disable-radix-cache',
};
const audit = { rounds: 3, requestsPerStage: 5, outputTokens: 16 };

async function startEngine(engine: EngineKind, extra: readonly string[]): Promise<string> {
  const server = await startRealEngine({ engine, port: await freePort(), arguments: extra });
  onTestFinished(() => server.stop());
  return server.url;
}

describe.for(engineKinds)('the real %s', (engine) => {
  const availability = availabilities[engine];

  test.skipIf(!availability.available)(
    'with its prefix cache is found to keep prompts; the cache can be cleared',
    async () => {
      const url = await startEngine(engine, [reportCached[engine]]);
      const { verdict } = await runCachingAudit(url, audit);
      expect(verdict, verdict.message).toMatchObject({ verdict: 'cached', keeps: 'prefixes' });
      expect(verdict.cachedByUsage.repeated).toBeGreaterThan(0.5);
      expect(verdict.cachedByUsage.distinct).toBeLessThan(0.05);
      expect(verdict.cachedByMetrics.repeated).toBeGreaterThan(0.5);
      const outcome = await clearPrefixCache({ engine, baseUrl: url, headers: {}, address: null });
      expect(outcome).toEqual({ kind: 'cleared' });
    },
  );

  test.skipIf(!availability.available)('without it is found to compute every prompt anew', async () => {
    const url = await startEngine(engine, [reportCached[engine], withoutCache[engine]]);
    const { verdict } = await runCachingAudit(url, audit);
    // Two cores may be too busy for a verdict, but nothing is cached.
    expect(verdict.verdict, verdict.message).not.toBe('cached');
    expect(verdict.cachedByUsage.repeated ?? 0).toBe(0);
    expect(verdict.cachedByMetrics.repeated ?? 0).toBe(0);
  });
});
