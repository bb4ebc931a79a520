import { describe, expect, onTestFinished, test } from 'vitest';
import type { CachingVerdict } from '../../packages/core/src/analysis/caching/caching-verdict.ts';
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
const audit = { rounds: 4, requestsPerStage: 5, outputTokens: 16 };

// Server and client share the machine's cores with whatever else runs there: an audit may be inconclusive. It must
// decide in one of three, and never against what the server does.
const attempts = 3;
const testMilliseconds = 900_000;

/** The first verdict that is one, or the last attempt's. */
async function decidedAudit(url: string): Promise<CachingVerdict> {
  for (let attempt = 1; ; attempt += 1) {
    const { verdict } = await runCachingAudit(url, audit);
    if (verdict.verdict !== 'inconclusive' || attempt === attempts) return verdict;
  }
}

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
      const verdict = await decidedAudit(url);
      expect(verdict, verdict.message).toMatchObject({ verdict: 'cached', keeps: 'prefixes' });
      expect(verdict.cachedByUsage.repeated).toBeGreaterThan(0.5);
      expect(verdict.cachedByUsage.distinct).toBeLessThan(0.05);
      expect(verdict.cachedByMetrics.repeated).toBeGreaterThan(0.5);
      const outcome = await clearPrefixCache({ engine, baseUrl: url, headers: {}, address: null });
      expect(outcome).toEqual({ kind: 'cleared' });
    },
    testMilliseconds,
  );

  test.skipIf(!availability.available)(
    'without it is not found to keep anything',
    async () => {
      const url = await startEngine(engine, [reportCached[engine], withoutCache[engine]]);
      const verdict = await decidedAudit(url);
      process.stderr.write(`${engine}: ${verdict.message}\n`);
      // Two cores may be too busy for a verdict three times, but nothing is cached: not even by half the saved prefill.
      expect(verdict.verdict, verdict.message).not.toBe('cached');
      expect(verdict.timeToFirstToken.ratio, verdict.message).toBeGreaterThan(0.75);
      expect(verdict.cachedByUsage.repeated ?? 0).toBe(0);
      expect(verdict.cachedByMetrics.repeated ?? 0).toBe(0);
    },
    testMilliseconds,
  );
});
