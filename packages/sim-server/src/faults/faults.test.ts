import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adjustProfile } from '../profiles/adjust-profile.ts';
import { profiles } from '../profiles/profiles.ts';
import { type SimulatedServer, startSimulatedServer } from '../simulated-server.ts';
import { eventData, type RawAnswer, rawRequest } from '../testing/raw-client.ts';
import { faultForms, parseFaults } from './parse-faults.ts';

const profile = adjustProfile(profiles.ideal, { prefillMilliseconds: 1, stepMilliseconds: 1 });
let server: SimulatedServer;
beforeAll(async () => {
  server = await startSimulatedServer({ profile });
});
afterAll(() => server.close());

const body = JSON.stringify({
  messages: [{ role: 'user', content: 'Hello' }],
  max_tokens: 8,
  ignore_eos: true,
  stream: true,
  stream_options: { include_usage: true },
});

function ask(fault: string, port = server.port): Promise<RawAnswer> {
  return rawRequest({ port, path: '/v1/chat/completions', body, headers: { 'x-sim-fault': fault } });
}

function bytesOf(answer: RawAnswer): string {
  return answer.chunks.join('');
}

/** How many events carried a token's text. */
function tokenEvents(text: string): number {
  return text.match(/"content":"[^"]+"/g)?.length ?? 0;
}

function lastTruth(): ReturnType<SimulatedServer['truth']>['requests'][number] | undefined {
  return server.truth().requests.at(-1);
}

test('a stall delays what comes after its token, and the truth knows', async () => {
  const before = server.truth().gap.max ?? 0;
  expect(before).toBeLessThan(150_000);
  const answer = await ask('stall=200@3');
  expect(tokenEvents(bytesOf(answer))).toBe(8);
  expect(server.truth().gap.max).toBeGreaterThanOrEqual(190_000);
  const truth = lastTruth();
  expect(truth?.outcome).toBe('completed');
  expect(truth?.finished).toBeGreaterThanOrEqual(truth?.lastToken ?? Number.NaN);
});

test('a reset in the middle of a stream', async () => {
  const answer = await ask('reset=3');
  expect(answer.ended).toBe('reset');
  expect(tokenEvents(bytesOf(answer))).toBeLessThanOrEqual(3);
  expect(lastTruth()).toMatchObject({ outcome: 'faulted', tokens: 3 });
});

test('a connection that closes in the middle has neither [DONE] nor a last chunk', async () => {
  const answer = await ask('close=3');
  expect(answer.ended).toBe('closed');
  expect(tokenEvents(bytesOf(answer))).toBe(3);
  expect(bytesOf(answer)).not.toContain('[DONE]');
});

test('an error inside a stream of status 200', async () => {
  const answer = await ask('error-in-stream=2');
  const events = eventData(bytesOf(answer));
  expect(answer.statusLine).toBe('HTTP/1.1 200 OK');
  expect(JSON.parse(events.at(-2) ?? '')).toHaveProperty('error.message');
  expect(events.at(-1)).toBe('[DONE]');
  expect(tokenEvents(bytesOf(answer))).toBe(2);
});

test('a slow start moves the first token', async () => {
  await ask('slow-start=60');
  const truth = lastTruth();
  expect((truth?.firstToken ?? 0) - (truth?.arrival ?? 0)).toBeGreaterThanOrEqual(55_000);
});

test.each([401, 404, 422, 429, 500, 503])('status %i instead of an answer', async (status) => {
  const answer = await ask(`http-${status}`);
  expect(answer.statusLine).toContain(`HTTP/1.1 ${status} `);
  expect(JSON.parse(bytesOf(answer))).toMatchObject({ error: { code: status } });
});

test('a page of HTML with status 200', async () => {
  const answer = await ask('html');
  expect(answer.headerLines).toContain('content-type: text/html; charset=utf-8');
  expect(bytesOf(answer)).toContain('<html>');
});

test('a stream without any event', async () => {
  const answer = await ask('empty-stream');
  expect(answer).toMatchObject({ ended: 'complete', chunks: [] });
});

test('usage that is wrong, and usage that is missing', async () => {
  const wrong = eventData(bytesOf(await ask('wrong-usage'))).at(-2) ?? '';
  expect(JSON.parse(wrong)).toMatchObject({ usage: { completion_tokens: 19 } });
  expect(bytesOf(await ask('no-usage'))).not.toContain('"usage"');
});

test('half a character: cut between chunks, and tokens without text', async () => {
  const answer = await ask('half-character');
  const isWhole = (chunk: string): boolean =>
    !Buffer.from(chunk, 'latin1').toString('utf8').includes('\ufffd');
  expect(answer.chunks.some((chunk) => !isWhole(chunk))).toBe(true);
  const text = Buffer.from(bytesOf(answer), 'latin1').toString('utf8');
  expect(text).not.toContain('\ufffd');
  expect(eventData(text).filter((data) => data.includes('"delta":{"content":""}'))).not.toHaveLength(0);
});

test('a server that never answers leaves the connection open', async () => {
  const abort = new AbortController();
  const options = { method: 'POST', body, signal: abort.signal };
  const headers = { 'content-type': 'application/json', 'x-sim-fault': 'never-answer' };
  const pending = fetch(`${server.url}/v1/chat/completions`, { ...options, headers });
  // Another request is served meanwhile, so the first one has been read and is not answered.
  await ask('no-usage');
  const first = await Promise.race([pending.then(() => 'answered'), Promise.resolve('open')]);
  expect(first).toBe('open');
  abort.abort();
  await expect(pending).rejects.toThrow();
});

test('line ends of CRLF and CR, and data without a space', async () => {
  expect(bytesOf(await ask('crlf'))).toContain('data: [DONE]\r\n\r\n');
  const bare = bytesOf(await ask('cr'));
  expect(bare).toContain('data: [DONE]\r\r');
  expect(bare).not.toContain('\n');
  expect(bytesOf(await ask('no-space'))).toContain('data:[DONE]\n\n');
});

test('comments between events', async () => {
  expect(bytesOf(await ask('comments'))).toContain(': ping\n\ndata: {');
});

test('several events in one write, and all of them arrive', async () => {
  const plain = await ask('no-space');
  const answer = await ask('coalesce=4');
  expect(answer.chunks).toHaveLength(plain.chunks.length);
  const truth = lastTruth();
  expect(truth?.tokens).toBe(8);
  expect(truth?.events).toBeLessThan(8);
});

test('events cut into pieces are whole when joined', async () => {
  const answer = await ask('split=7');
  expect(Math.max(...answer.chunks.map((chunk) => chunk.length))).toBe(7);
  expect(eventData(bytesOf(answer)).at(-1)).toBe('[DONE]');
  expect(tokenEvents(bytesOf(answer))).toBe(8);
});

test('a stream without [DONE] ends all the same', async () => {
  const answer = await ask('no-done');
  expect(answer.ended).toBe('complete');
  expect(bytesOf(answer)).not.toContain('[DONE]');
});

test('a connection that stays open after [DONE]', async () => {
  const headers = { 'content-type': 'application/json', 'x-sim-fault': 'keep-open-after-done' };
  const response = await fetch(`${server.url}/v1/chat/completions`, { method: 'POST', body, headers });
  const reader = response.body?.getReader();
  let text = '';
  while (!text.includes('[DONE]')) text += Buffer.from((await reader?.read())?.value ?? []).toString();
  const next = reader?.read().then(() => 'ended');
  await ask('no-usage');
  expect(await Promise.race([next, Promise.resolve('open')])).toBe('open');
  await reader?.cancel();
});

test('gzip that nobody asked for unpacks to the same events', async () => {
  const answer = await ask('gzip');
  expect(answer.headerLines).toContain('content-encoding: gzip');
  const text = gunzipSync(Buffer.from(bytesOf(answer), 'latin1')).toString('utf8');
  expect(tokenEvents(text)).toBe(8);
  expect(eventData(text).at(-1)).toBe('[DONE]');
});

test('an answer that ends with its connection', async () => {
  const answer = await ask('close-delimited');
  expect(answer.ended).toBe('closed');
  expect(answer.headerLines.join()).not.toContain('chunked');
  expect(eventData(bytesOf(answer)).at(-1)).toBe('[DONE]');
});

test('a server that dies after some requests refuses connections from then on', async () => {
  const mortal = await startSimulatedServer({ profile, faults: parseFaults('die-after=1') });
  const { port } = mortal;
  expect((await ask('no-usage', port)).ended).toBe('complete');
  expect((await ask('no-usage', port)).ended).not.toBe('complete');
  await expect(fetch(`${mortal.url}/health`)).rejects.toThrow();
  await mortal.close();
});

test('faults that are not known or not well formed are all reported', () => {
  expect(() => parseFaults('stahl,stall=x,reset=-1')).toThrow(/stahl[\s\S]*stall=x[\s\S]*reset=-1/);
  expect(parseFaults('stall=5@2, crlf,reset')).toEqual([
    { kind: 'stall', milliseconds: 5, atToken: 2 },
    { kind: 'line-end', lineEnd: 'crlf' },
    { kind: 'reset', atToken: 3 },
  ]);
  expect(Object.keys(faultForms)).toHaveLength(28);
});

test('a request for an unknown fault is refused', async () => {
  const answer = await ask('stahl');
  expect(answer.statusLine).toBe('HTTP/1.1 400 Bad Request');
  expect(bytesOf(answer)).toContain('unknown fault');
});
