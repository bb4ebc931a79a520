import { afterEach, expect, test } from 'vitest';
import { adjustProfile, type ProfileAdjustments } from './profiles/adjust-profile.ts';
import { profiles } from './profiles/profiles.ts';
import {
  type SimulatedServer,
  type SimulatedServerOptions,
  startSimulatedServer,
} from './simulated-server.ts';
import { eventData, rawRequest } from './testing/raw-client.ts';
import type { TruthSnapshot } from './truth/truth-recorder.ts';

const servers: SimulatedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const fast = { prefillMilliseconds: 2, stepMilliseconds: 1 };

async function serve(
  adjustments: ProfileAdjustments = {},
  options: Partial<SimulatedServerOptions> = {},
): Promise<SimulatedServer> {
  const profile = adjustProfile(profiles.ideal, { ...fast, ...adjustments });
  const server = await startSimulatedServer({ profile, ...options });
  servers.push(server);
  return server;
}

function chat(maxTokens: number, content = 'Hello there', more: object = {}): string {
  return JSON.stringify({
    messages: [{ role: 'user', content }],
    max_tokens: maxTokens,
    ignore_eos: true,
    stream: true,
    stream_options: { include_usage: true },
    ...more,
  });
}

async function stream(
  server: SimulatedServer,
  body: string,
  path = '/v1/chat/completions',
): Promise<Event[]> {
  const answer = await rawRequest({ port: server.port, path, body });
  expect(answer.ended).toBe('complete');
  const bytes = Buffer.from(answer.chunks.join(''), 'latin1').toString('utf8');
  return eventData(bytes)
    .filter((data) => data !== '[DONE]')
    .map((data) => JSON.parse(data) as Event);
}

interface Event {
  readonly text?: string;
  readonly choices: readonly { readonly delta: { readonly content?: string; readonly reasoning?: string } }[];
  readonly usage?: Record<string, number>;
  readonly meta_info?: { readonly completion_tokens: number };
}

function textOf(events: readonly Event[]): string {
  return events.map((event) => event.choices[0]?.delta.content ?? '').join('');
}

async function getJson(server: SimulatedServer, path: string, method = 'GET'): Promise<unknown> {
  return (await fetch(`${server.url}${path}`, { method })).json();
}

test('the truth adds up with what the client was sent', async () => {
  const server = await serve({}, { truthGaps: true });
  const lengths = [1, 2, 7, 20, 33];
  await Promise.all(lengths.map((length) => stream(server, chat(length))));
  const truth = (await getJson(server, '/truth')) as TruthSnapshot;
  const tokens = lengths.reduce((sum, length) => sum + length, 0);
  expect(truth.totals).toMatchObject({ requests: 5, completed: 5, tokens, events: tokens, promptTokens: 50 });
  expect(truth.timeToFirstToken.count).toBe(5);
  expect(truth.gap.count).toBe(tokens - 5);
  expect(truth.gaps).toHaveLength(tokens - 5);
  for (const request of truth.requests) {
    expect(request.plannedFirstToken).toBe(request.arrival + 2_000);
    expect(request.firstToken).toBeGreaterThanOrEqual(request.arrival + 2_000);
    expect(request.lastToken).toBeGreaterThanOrEqual(request.arrival + 2_000 + (request.tokens - 1) * 1_000);
  }
  expect(server.truth().totals).toEqual(truth.totals);
});

test('a reset forgets the truth', async () => {
  const server = await serve();
  await stream(server, chat(3));
  expect(await getJson(server, '/truth/reset', 'POST')).toEqual({ reset: true });
  expect(server.truth()).toMatchObject({ requests: [], gap: { count: 0, p50: null } });
});

test('a precise server is never before its plan either', async () => {
  const server = await serve({}, { precise: true });
  await stream(server, chat(10));
  const truth = server.truth();
  expect(truth.lateness.min).toBeGreaterThanOrEqual(0);
  expect(truth.totals).toMatchObject({ completed: 1, tokens: 10 });
});

test('a bare server sends constant events and keeps the truth', async () => {
  const server = await serve({}, { bare: true });
  const events = await stream(server, chat(12));
  expect(textOf(events)).toBe(' token'.repeat(12));
  expect(events.at(-1)?.usage).toMatchObject({ completion_tokens: 12 });
  expect(server.truth().totals).toMatchObject({ completed: 1, tokens: 12, events: 12 });
});

test('a bare server has an answer to completions, too', async () => {
  const server = await serve({}, { bare: true });
  const answer = await fetch(`${server.url}/v1/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"prompt": "x", "max_tokens": 3, "stream": true}',
  });
  const text = await answer.text();
  expect(text.match(/"text":" token"/g)).toHaveLength(3);
  expect(text).toContain('"completion_tokens":3');
  expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
});

test('the same prompt under the same seed gets the same answer, and another seed another one', async () => {
  const first = await serve();
  const second = await serve();
  const other = await serve({}, { seed: 99 });
  const answers = await Promise.all([first, second, other].map((server) => stream(server, chat(20))));
  const [one, two, three] = answers.map(textOf);
  expect(one).toBe(two);
  expect(one).not.toBe(three);
});

test.each([
  ['Korean', '봄에 대한 시를 작성하세요', /^[가-힣\s,.]+$/],
  ['Chinese', '写一首关于春天的诗', /^[\u4e00-\u9fff，。、；]+$/],
  ['English', 'Write a poem about spring', /^[a-z\s,.;]+$/],
])('a prompt in %s is answered in its language', async (_language, prompt, pattern) => {
  const server = await serve();
  expect(textOf(await stream(server, chat(40, prompt)))).toMatch(pattern);
});

test('without ignore_eos an answer may stop by itself, at the same place streamed and whole', async () => {
  const server = await serve({ stepMilliseconds: 0.01 });
  const events = await stream(server, chat(2_000, 'Hello', { ignore_eos: false }));
  const tokens = events.at(-1)?.usage?.['completion_tokens'] ?? 0;
  expect(tokens).toBeGreaterThan(20);
  expect(tokens).toBeLessThan(1_000);
  // The token that ends the text is counted and has no text; vLLM sends an event for it.
  expect(events.at(-2)?.choices[0]?.delta.content).toBe('');
  expect(events.filter((event) => event.choices[0]?.delta.content)).toHaveLength(tokens - 1);
  const whole = await rawRequest({
    port: server.port,
    path: '/v1/chat/completions',
    body: JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }], max_tokens: 2_000 }),
  });
  const body = JSON.parse(whole.chunks.join('')) as {
    choices: { finish_reason: string; message: { content: string } }[];
    usage: { completion_tokens: number };
  };
  expect(body.usage.completion_tokens).toBe(tokens);
  expect(body.choices[0]?.finish_reason).toBe('stop');
  expect(body.choices[0]?.message.content).toBe(textOf(events));
});

test('SGLang counts the token that ends the text but sends no event for it', async () => {
  const server = await serve({ engine: 'sglang', stepMilliseconds: 0.01 });
  const events = await stream(server, chat(2_000, 'Hello', { ignore_eos: false }));
  const tokens = events.at(-1)?.usage?.['completion_tokens'] ?? 0;
  const contents = events.map((event) => event.choices[0]?.delta.content);
  expect(contents.slice(1, -2).every((content) => content !== '')).toBe(true);
  // Role, one for each token but the last, finish, usage.
  expect(events).toHaveLength(1 + (tokens - 1) + 2);
  expect(server.truth().totals.tokens).toBe(tokens);
});

test('speculative decoding carries several tokens in an event, and continuous usage says how many', async () => {
  const server = await serve({ tokensPerStep: 4 });
  const options = { stream_options: { include_usage: true, continuous_usage_stats: true } };
  const events = await stream(server, chat(10, 'Hello', options));
  expect(events.map((event) => event.usage?.['completion_tokens'])).toEqual([0, 1, 5, 9, 10, 10]);
});

test('/generate grows its text, or sends new text only when it is incremental', async () => {
  const body = JSON.stringify({
    text: 'Hello',
    stream: true,
    sampling_params: { max_new_tokens: 5, ignore_eos: true },
  });
  const cumulative = await stream(await serve(), body, '/generate');
  const incremental = await stream(await serve({ incrementalOutput: true }), body, '/generate');
  const texts = cumulative.map((event) => event.text ?? '');
  for (const [index, text] of texts.slice(1).entries())
    expect(text.startsWith(texts[index] ?? '?')).toBe(true);
  expect(incremental.map((event) => event.text).join('')).toBe(texts.at(-1));
  expect(incremental.map((event) => event.meta_info?.completion_tokens)).toEqual([1, 2, 3, 4, 5]);
});

test('reasoning comes first and is counted', async () => {
  const server = await serve({ reasoningTokens: 4 });
  const events = await stream(server, chat(6));
  expect(events.filter((event) => event.choices[0]?.delta.reasoning !== undefined)).toHaveLength(4);
  expect(events.at(-1)?.usage).toMatchObject({ completion_tokens_details: { reasoning_tokens: 4 } });
});

test('a client that goes away is forgotten and its place is free', async () => {
  const server = await serve({ maxRunning: 1 });
  const abort = new AbortController();
  const gone = await fetch(`${server.url}/v1/chat/completions`, {
    method: 'POST',
    body: chat(100_000),
    headers: { 'content-type': 'application/json' },
    signal: abort.signal,
  });
  expect(gone.status).toBe(200);
  abort.abort();
  await stream(server, chat(3));
  expect(server.truth().requests.map((request) => request.outcome)).toEqual(['aborted', 'completed']);
});

test('two requests on one connection are both answered', async () => {
  const server = await serve();
  const answers = [];
  for (let round = 0; round < 2; round += 1) {
    const response = await fetch(`${server.url}/v1/chat/completions`, {
      method: 'POST',
      body: chat(3),
      headers: { 'content-type': 'application/json' },
    });
    answers.push(await response.text());
  }
  expect(answers.every((answer) => answer.endsWith('data: [DONE]\n\n'))).toBe(true);
});
