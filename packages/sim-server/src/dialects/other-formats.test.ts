import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adjustProfile, type ProfileAdjustments } from '../profiles/adjust-profile.ts';
import { profiles } from '../profiles/profiles.ts';
import { type SimulatedServer, startSimulatedServer } from '../simulated-server.ts';
import { eventData, type RawAnswer, rawRequest, splitAnswer } from '../testing/raw-client.ts';

// biome-ignore lint/suspicious/noExplicitAny: events of five formats, checked field by field.
type Event = any;

const model = profiles.ideal.model;
const servers: SimulatedServer[] = [];
async function serve(more: ProfileAdjustments = {}): Promise<SimulatedServer> {
  const fast = { prefillMilliseconds: 2, stepMilliseconds: 1, maxModelTokens: 4096 };
  const server = await startSimulatedServer({ profile: adjustProfile(profiles.ideal, { ...fast, ...more }) });
  servers.push(server);
  return server;
}
let plain: SimulatedServer;
let reasoning: SimulatedServer;
let speculating: SimulatedServer;
beforeAll(async () => {
  [plain, reasoning, speculating] = await Promise.all([
    serve(),
    serve({ reasoningTokens: 2 }),
    serve({ tokensPerStep: 3 }),
  ]);
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

const textOf = (answer: RawAnswer): string => Buffer.from(answer.chunks.join(''), 'latin1').toString('utf8');
const ask = (server: SimulatedServer, path: string, body: object): Promise<RawAnswer> =>
  rawRequest({ port: server.port, path, body: JSON.stringify(body) });
const lines = (answer: RawAnswer): Event[] =>
  textOf(answer)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const events = (answer: RawAnswer): Event[] =>
  textOf(answer)
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => JSON.parse(event.replace(/^(event: .*\n)?data: ?/, '')));

const chat = { model, messages: [{ role: 'user', content: 'Hello there' }] };
const limited = (count: number): object => ({ options: { num_predict: count } });

test('Ollama’s chat is lines of JSON, with the counts in the last one', async () => {
  const answer = await ask(plain, '/api/chat', { ...chat, ...limited(4) });
  expect(answer.headerLines).toContain('content-type: application/x-ndjson');
  const all = lines(answer);
  expect(all.map((line) => line.done)).toEqual([false, false, false, false, true]);
  expect(all[0]).toMatchObject({ model, message: { role: 'assistant' }, done: false });
  expect(all.at(-1)).toMatchObject({ done_reason: 'length', eval_count: 4, prompt_eval_count: 10 });
  expect(all.at(-1).eval_duration).toBeGreaterThan(0);
  expect(JSON.stringify(all.slice(0, -1))).not.toContain('eval_count');
});

test('Ollama thinks in a field of its own, and stops where it wants', async () => {
  const all = lines(await ask(reasoning, '/api/generate', { model, prompt: 'Hello', ...limited(5) }));
  expect(all.map((line) => [line.response !== '', line.thinking !== undefined])).toEqual([
    [false, true],
    [false, true],
    [true, false],
    [true, false],
    [true, false],
    [false, false],
  ]);
  const whole = lines(await ask(plain, '/api/chat', { ...chat, stream: false, ...limited(-1) }));
  expect(whole).toHaveLength(1);
  expect(whole[0]).toMatchObject({ done: true, done_reason: 'stop' });
});

test.each([
  [{ ...chat, model: 'other' }, 404, "model 'other' not found"],
  [{ messages: chat.messages }, 400, 'model is required'],
])('Ollama refuses %j with %i', async (body, status, error) => {
  const answer = await ask(plain, '/api/chat', body);
  expect(answer.statusLine).toContain(String(status));
  expect(JSON.parse(textOf(answer))).toEqual({ error });
});

const recorded = (name: string): ReturnType<typeof splitAnswer> =>
  splitAnswer(readFileSync(new URL(`./__fixtures__/llama-cpp/${name}.txt`, import.meta.url), 'latin1'));
const keysOf = (data: readonly string[]): string[] =>
  data.map((event) => Object.keys(JSON.parse(event)).join());

test.each([
  ['completion_length', { n_predict: 12, ignore_eos: true }],
  ['completion_eos_at_once', { n_predict: 100_000 }],
])('llama.cpp’s events have the fields that a real server sent: %s', async (name, more) => {
  const real = keysOf(eventData(recorded(name).chunks.join('')));
  const own = keysOf(
    eventData(
      (await ask(plain, '/completion', { prompt: 'the river', stream: true, ...more })).chunks.join(''),
    ),
  );
  expect([own[0], own.at(-1)]).toEqual([real[0], real.at(-1)]);
});

test('llama.cpp counts in every event, several tokens of a step too', async () => {
  const body = { prompt: 'the river', n_predict: 8, ignore_eos: true, stream: true };
  const all = events(await ask(speculating, '/completion', body));
  expect(all.map((event) => event.tokens_predicted)).toEqual([1, 4, 7, 8, 8]);
  expect(all.map((event) => event.tokens.length)).toEqual([1, 3, 3, 1, 0]);
  expect(all.at(-1)).toMatchObject({ stop: true, stop_type: 'limit', timings: { predicted_n: 8 } });
});

test('llama.cpp refuses a prompt that does not fit as the real server did', async () => {
  const answer = await ask(plain, '/completion', { prompt: 'river '.repeat(5000), stream: true });
  expect(answer.statusLine).toContain('400');
  const [own, real] = [answer, recorded('completion_too_long')].map(
    (one) => JSON.parse(one.chunks.join('')).error,
  );
  expect(Object.keys(own)).toEqual(Object.keys(real));
  expect(own.message.replace(/\d+/g, 'n')).toBe(real.message.replace(/\d+/g, 'n'));
});

test('each token of TGI has its event, also when a step makes several; the last one has the whole text', async () => {
  const body = { inputs: 'Hello', parameters: { max_new_tokens: 8, details: true } };
  const all = events(await ask(speculating, '/generate_stream', body));
  expect(all.map((event) => event.index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(all.at(-1).generated_text).toBe(all.map((event) => event.token.text).join(''));
  expect(all.at(-1).details).toMatchObject({ finish_reason: 'length', generated_tokens: 8, input_length: 1 });
  expect(speculating.truth().requests.at(-1)).toMatchObject({ tokens: 8, events: 8 });
});

test('TGI ends by itself with a special token that is not in the text', async () => {
  const body = { inputs: 'Hello', parameters: { max_new_tokens: 2000 } };
  const last = events(await ask(plain, '/generate_stream', body)).at(-1);
  expect(last).toMatchObject({ token: { special: true }, details: { finish_reason: 'eos_token' } });
  expect(last.generated_text).not.toContain('im_end');
});

test.each([{ max_new_tokens: 0 }, { temperature: 0 }, { max_new_tokens: 99_999 }])(
  'TGI says in the stream that it refuses %j',
  async (parameters) => {
    const answer = await ask(plain, '/generate_stream', { inputs: 'Hello', parameters });
    expect(answer.statusLine).toContain('200');
    expect(answer.trailing).toBe('');
    expect(events(answer)).toEqual([
      { error: expect.stringContaining('Input validation error'), error_type: 'validation' },
    ]);
  },
);

const responses = { model, input: 'Hello there', max_output_tokens: 4, ignore_eos: true, stream: true };

test('responses are typed events with running numbers, and usage with the last one', async () => {
  const answer = await ask(reasoning, '/v1/responses', responses);
  const all = events(answer);
  expect(all.map((event) => event.sequence_number)).toEqual(all.map((_, index) => index));
  expect(all.map((event) => event.type)).toEqual([
    'response.created',
    'response.in_progress',
    'response.output_item.added',
    'response.reasoning_text.delta',
    'response.reasoning_text.delta',
    'response.output_item.added',
    'response.content_part.added',
    'response.output_text.delta',
    'response.output_text.delta',
    'response.output_text.done',
    'response.content_part.done',
    'response.output_item.done',
    'response.incomplete',
  ]);
  expect(all.at(-1).response).toMatchObject({
    status: 'incomplete',
    incomplete_details: { reason: 'max_output_tokens' },
    usage: { input_tokens: 10, output_tokens: 4, output_tokens_details: { reasoning_tokens: 2 } },
  });
  for (const event of textOf(answer).trimEnd().split('\n\n')) {
    const [name, data = ''] = event.split('\n');
    expect(name).toBe(`event: ${JSON.parse(data.slice(6)).type}`);
  }
});

test.each([
  ['/api/chat', { ...chat, ...limited(8) }, '{"error":"The engine failed'],
  ['/completion', { prompt: 'Hello', n_predict: 8, stream: true }, 'data: {"error":{'],
  ['/generate_stream', { inputs: 'Hello' }, 'data:{"error":"The engine failed'],
  ['/v1/responses', responses, 'event: error\ndata: {"type":"error"'],
])('%s says an error in its stream in its own way', async (path, body, text) => {
  const answer = await rawRequest({
    port: plain.port,
    path,
    body: JSON.stringify(body),
    headers: { 'x-sim-fault': 'error-in-stream=2' },
  });
  expect(textOf(answer)).toContain(text);
  expect(answer.trailing).toBe('');
  expect(textOf(answer)).not.toContain('[DONE]');
});

test.each(['/api/chat', '/api/generate', '/completion', '/generate_stream', '/v1/responses'])(
  '%s sends its events one a chunk, and the truth counts its tokens',
  async (path) => {
    const body = {
      model,
      messages: chat.messages,
      prompt: 'Hello',
      input: 'Hello',
      inputs: 'Hello',
      stream: true,
      ignore_eos: true,
      n_predict: 5,
      max_output_tokens: 5,
      options: { num_predict: 5 },
      parameters: { max_new_tokens: 5 },
    };
    const answer = await ask(plain, path, body);
    expect(answer).toMatchObject({ ended: 'complete', trailing: '' });
    expect(textOf(answer)).not.toContain('[DONE]');
    expect(plain.truth().requests.at(-1)).toMatchObject({ outcome: 'completed', tokens: 5, events: 5 });
  },
);

test.each([
  ['/api/version', { version: expect.any(String) }],
  ['/api/tags', { models: [{ name: model, model }] }],
  ['/props', { default_generation_settings: { n_ctx: 4096 }, total_slots: 1024, model_alias: model }],
  ['/info', { model_id: model, router: 'text-generation-router', max_total_tokens: 4096 }],
])('GET %s says what its server would', async (path, expected) => {
  expect(await (await fetch(`${plain.url}${path}`)).json()).toMatchObject(expected);
});

test.each(['/api/chat', '/completion', '/generate_stream', '/api/tags', '/props', '/info'])(
  'a server of one engine has no %s',
  async (path) => {
    const server = await startSimulatedServer({ profile: profiles['rtx5090-vllm-qwen3-8b'] });
    servers.push(server);
    expect((await fetch(`${server.url}${path}`)).status).toBe(404);
  },
);
