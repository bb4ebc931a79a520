import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adjustProfile } from '../profiles/adjust-profile.ts';
import { profiles } from '../profiles/profiles.ts';
import { type SimulatedServer, startSimulatedServer } from '../simulated-server.ts';
import { eventData, type RawAnswer, rawRequest, splitAnswer } from '../testing/raw-client.ts';

/** Recorded answers of real servers, with the requests that they answered. */
const fixtures = new URL('./__fixtures__/', import.meta.url);

function requestsOf(engine: string): string[] {
  return readdirSync(new URL(`${engine}/`, fixtures))
    .filter((name) => name.endsWith('.request.json'))
    .map((name) => name.replace('.request.json', ''));
}

function readFixture(name: string): string {
  return readFileSync(new URL(name, fixtures), 'latin1');
}

function pathOf(name: string): string {
  if (name.includes('generate')) return '/generate';
  const body = readFixture(`${name}.request.json`);
  return body.includes('"prompt"') ? '/v1/completions' : '/v1/chat/completions';
}

/** A value with everything that depends on the model or the moment taken out; keys keep their order. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return fixedWords.has(value) ? value : 'text';
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([key, inner]) => [
    key,
    // What the cache held in the recording is no matter of shape.
    key === 'cached_tokens_details' ? 'details' : shapeOf(inner),
  ]);
}

const fixedWords = new Set([
  'assistant',
  'stop',
  'length',
  'chat.completion.chunk',
  'chat.completion',
  'text_completion',
  'default',
  'invalid_request_error',
]);

function shapes(answer: Omit<RawAnswer, 'ended'>): string[] {
  const body = answer.chunks.join('');
  const isStream = answer.headerLines.some((line) => line.includes('event-stream'));
  const texts = isStream ? eventData(body) : [body];
  const found = texts.map((text) => (text === '[DONE]' ? text : JSON.stringify(shapeOf(JSON.parse(text)))));
  return found.filter((shape, index) => shape !== found[index - 1]);
}

function headersOf(answer: Omit<RawAnswer, 'ended'>): string[] {
  return answer.headerLines.map((line) => line.replace(/^(date|content-length): .*/, '$1'));
}

describe.each(['vllm', 'sglang'] as const)('as recorded from %s', (engine) => {
  let server: SimulatedServer;
  let reasoning: SimulatedServer;
  beforeAll(async () => {
    const base = { engine, prefillMilliseconds: 1, stepMilliseconds: 1, maxModelTokens: 4096 };
    const profile = { ...adjustProfile(profiles.ideal, base), servesAllRoutes: false };
    server = await startSimulatedServer({ profile });
    reasoning = await startSimulatedServer({
      profile: { ...profile, reasoningTokens: 100, reportsCachedTokens: true },
    });
  });
  afterAll(async () => {
    await server.close();
    await reasoning.close();
  });

  test.each(requestsOf(engine))('%s has the same status, headers and event shapes', async (name) => {
    const recorded = splitAnswer(readFixture(`${engine}/${name}.txt`));
    const body = readFixture(`${engine}/${name}.request.json`);
    const { port } = name.startsWith('reasoning') ? reasoning : server;
    const answer = await rawRequest({ port, path: pathOf(`${engine}/${name}`), body });
    expect(answer.ended).toBe('complete');
    expect(answer.statusLine).toBe(recorded.statusLine);
    expect(headersOf(answer)).toEqual(headersOf(recorded));
    expect(shapes(answer)).toEqual(shapes(recorded));
    if (name.startsWith('err_') && !recorded.statusLine.includes('200')) {
      expect(answer.chunks).toEqual(recorded.chunks);
    }
  });

  test('each event is one chunk of its own', async () => {
    const body = readFixture(`${engine}/chat_stream_usage.request.json`);
    const answer = await rawRequest({ port: server.port, path: '/v1/chat/completions', body });
    for (const piece of answer.chunks) expect(piece).toMatch(/^data: [^\n]*\n\n$/);
    expect(answer.chunks.at(-1)).toBe('data: [DONE]\n\n');
  });
});
