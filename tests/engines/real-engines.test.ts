import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineAvailability } from './harness/engine-availability.ts';
import { type EngineKind, engineKinds, servedModel } from './harness/engine-kinds.ts';
import { freePort } from './harness/free-port.ts';
import { latencyAgreement, type MeasuredRun, measureRun, type RunAgreement } from './harness/measured-run.ts';
import { type BenchDialect, type BenchOrder, outputTokens } from './harness/run-bench.ts';
import { type RealEngine, startRealEngine } from './harness/start-real-engine.ts';

const dialects: Readonly<Record<EngineKind, readonly BenchDialect[]>> = {
  vllm: ['openai-chat', 'openai-completions'],
  sglang: ['openai-chat', 'openai-completions', 'sglang-generate'],
};
const levels = [1, 4, 8];
const requestsOf = (users: number): number => users * 4;

// Server and client share the machine's cores with whatever else runs there, and time that passes between
// the server's stamp and the client's read is the client's. Counts must be exact in every attempt; the
// latencies must agree in one of three, which no systematic error survives.
const attempts = 3;

/** The one request that pays for what a server sets up lazily. */
async function warmUp(url: string): Promise<void> {
  const body = {
    model: servedModel,
    messages: [{ role: 'user', content: 'Hello' }],
    max_tokens: 4,
    temperature: 0,
  };
  const answer = await fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  await answer.arrayBuffer();
}

function useEngine(engine: EngineKind, extraArguments: readonly string[]): () => RealEngine {
  let running: RealEngine | null = null;
  beforeAll(async () => {
    running = await startRealEngine({ engine, port: await freePort(), arguments: extraArguments });
    await warmUp(running.url);
  });
  afterAll(async () => {
    await running?.stop();
  });
  return () => {
    if (running === null) throw new Error(`${engine} is not running`);
    return running;
  };
}

function expectEveryRequestAndToken({ client, server, bench }: MeasuredRun, order: BenchOrder): void {
  const requests = order.requests * order.users.length;
  expect(client.completed, bench.standardError).toBe(requests);
  expect(client.planned).toBe(requests);
  expect(client.lost).toBe(0);
  expect(client.timeToFirstToken.count).toBe(requests);
  expect(server.timeToFirstToken.count).toBe(requests);
  expect(client.inputTokens).toBe(server.promptTokens);
  expect(client.outputTokens).toBe(server.generationTokens);
  expect(client.outputTokens).toBe(requests * outputTokens);
  expect(bench.result.stages.map((stage) => stage.tokens.requestsWithoutCount)).toEqual(
    order.users.map(() => 0),
  );
}

// What the tool says of a host on which the client did not get its share of the cores. Exit code 5 with these
// reasons alone is the right answer there; with any other it is a failure.
const crowdedHost = ['client-busy', 'event-loop-delay', 'reads-waited'];

function expectTrueExit({ bench }: MeasuredRun): void {
  const invalid = bench.result.stages.filter((stage) => stage.trust.verdict === 'invalid');
  // The reasons that make a stage invalid come first.
  for (const stage of invalid) expect(crowdedHost).toContain(stage.trust.reasons[0]?.code);
  expect(bench.exitCode, bench.standardError).toBe(invalid.length === 0 ? 0 : 5);
}

const latenciesAgree = ({ timeToFirstToken, interToken }: RunAgreement): boolean =>
  timeToFirstToken.agrees && interToken.agrees;

async function expectAgreement(engine: EngineKind, order: BenchOrder): Promise<void> {
  const seen: unknown[] = [];
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const run = await measureRun(engine, order);
    expectEveryRequestAndToken(run, order);
    expectTrueExit(run);
    const agreement = latencyAgreement(run);
    if (latenciesAgree(agreement)) return;
    seen.push({ standardError: run.bench.standardError, ...agreement });
  }
  expect.fail(`no attempt agrees with the server: ${JSON.stringify(seen, null, 2)}`);
}

const availabilities = { vllm: await engineAvailability('vllm'), sglang: await engineAvailability('sglang') };

for (const engine of engineKinds) {
  const availability = availabilities[engine];
  const skipped = availability.available ? '' : ` (${availability.reason})`;

  describe(`the real ${engine}${skipped}`, () => {
    const server = useEngine(engine, ['--reasoning-parser', 'qwen3']);
    const cases = dialects[engine].flatMap((api) => levels.map((users) => ({ api, users })));

    test.skipIf(!availability.available).each(cases)(
      'counts and times of $api with $users users are those of the server',
      async ({ api, users }) => {
        await expectAgreement(engine, {
          url: server().url,
          api,
          users: [users],
          requests: requestsOf(users),
        });
      },
    );

    test.skipIf(!availability.available).each(dialects[engine])(
      'three levels of %s in one run lose no request and no token',
      async (api) => {
        await expectAgreement(engine, { url: server().url, api, users: levels, requests: 8 });
      },
    );

    test.skipIf(!availability.available)(
      'reasoning text counts as tokens and not as the answer',
      async () => {
        const order: BenchOrder = { url: server().url, api: 'openai-chat', users: [2], requests: 4 };
        const run = await measureRun(engine, order);
        expectEveryRequestAndToken(run, order);
        // Random weights do not end their reasoning within 32 tokens: all of it is reasoning, none an answer.
        expect(run.client.reasoningTokens).toBe(run.server.generationTokens);
        expect(run.bench.result.stages.map((stage) => stage.whole.metrics.ttfa.count)).toEqual([0]);
        expect(run.bench.result.stages.map((stage) => stage.whole.metrics.ttfa.mean)).toEqual([null]);
      },
    );
  });
}

describe('the real sglang with four tokens in an event', () => {
  const server = useEngine('sglang', ['--stream-interval', '4']);

  test.skipIf(!availabilities.sglang.available).each(dialects.sglang)(
    '%s: tokens are exact although events are fewer',
    async (api) => {
      const order: BenchOrder = { url: server().url, api, users: [4], requests: 16 };
      const run = await measureRun('sglang', order);
      expectEveryRequestAndToken(run, order);
      expect(run.client.events).toBeLessThan((order.requests * outputTokens) / 2);
      // The gaps are shared over the tokens, so there is one for each token after the first event's.
      expect(run.client.tokenGap.count).toBeGreaterThanOrEqual(order.requests * (outputTokens - 4));
    },
  );
});
