import { describe, expect, onTestFinished, test } from 'vitest';
import type { OwnStage } from '../../packages/core/src/index.ts';
import { clearPrefixCache } from '../../packages/core/src/measurement/server-prefix-cache.ts';
import { closedLoopStage } from './harness/closed-loop-stage.ts';
import { engineAvailability } from './harness/engine-availability.ts';
import { type EngineKind, engineKinds } from './harness/engine-kinds.ts';
import { freePort } from './harness/free-port.ts';
import { runStages } from './harness/run-stages.ts';
import { startRealEngine } from './harness/start-real-engine.ts';

const availabilities = { vllm: await engineAvailability('vllm'), sglang: await engineAvailability('sglang') };

const users = 4;
const requests = 40;
const outputTokens = 32;

async function startEngine(engine: EngineKind): Promise<string> {
  const server = await startRealEngine({ engine, port: await freePort() });
  onTestFinished(() => server.stop());
  return server.url;
}

async function measure(url: string, salt: string): Promise<OwnStage> {
  const stages = [closedLoopStage({ users, requests, inputTokens: 64, outputTokens })];
  const [stage] = (await runStages(url, { stages, salt })).stages;
  if (stage === undefined) throw new Error('the run has no stage');
  return stage;
}

describe.for(engineKinds)('the real %s', (engine) => {
  test.skipIf(!availabilities[engine].available)(
    'says in its own view what the client counted, and clears its cache only when idle',
    async () => {
      const url = await startEngine(engine);
      const target = { engine, baseUrl: url, headers: {}, address: null };
      // The first requests pay for what a server sets up lazily; what it shows of them is the next stage's past.
      await measure(url, 'first');
      const stage = await measure(url, 'second');
      expect(stage.server).toMatchObject({
        engine,
        requestsFinished: requests,
        generationTokens: requests * outputTokens,
        promptTokens: stage.tokens.input,
        timeToFirstToken: { count: requests },
        interTokenLatency: { count: requests * (outputTokens - 1) },
        e2e: { count: requests },
      });
      expect(stage.server?.queueTime.count).toBe(requests);
      expect(stage.server?.window?.gauges.running.max).toBeLessThanOrEqual(users);
      expect(stage.server?.window?.gauges.kvUse.max).toBeLessThan(1);
      const checks = stage.crossCheck.map(({ code, explained }) => ({ code, explained }));
      expect(checks.slice(0, 2)).toEqual([
        { code: 'requests', explained: true },
        { code: 'generation-tokens', explained: true },
      ]);
      // The host is busy at times: what the latencies say is shown, not held.
      for (const { message } of stage.crossCheck) process.stderr.write(`${engine}: ${message}\n`);

      const impatient = { totalMillis: 0, pauseMillis: 1 };
      const kinds = new Set<string>();
      let isRunning = true;
      const running = measure(url, 'third').finally(() => {
        isRunning = false;
      });
      while (isRunning && !kinds.has('refused')) kinds.add((await clearPrefixCache(target, impatient)).kind);
      await running;
      expect(kinds).toContain('refused');
      expect(await clearPrefixCache(target)).toEqual({ kind: 'cleared' });
    },
  );
});
