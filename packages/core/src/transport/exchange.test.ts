import { expect, test } from 'vitest';
import { openAiChat } from './dialects/openai-chat.ts';
import { openAiCompletions } from './dialects/openai-completions.ts';
import { unset } from './flight.ts';
import { readEvents } from './testing/read-events.ts';

const read = (data: readonly string[], dialect = openAiChat) =>
  readEvents(data, dialect.createReader('none'));
const chat = (delta: object, usage: number | null = null, finish: string | null = null): string =>
  JSON.stringify({
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...(usage === null ? {} : { usage: { prompt_tokens: 5, completion_tokens: usage } }),
  });
const total = (tokens: number): string =>
  JSON.stringify({ choices: [], usage: { prompt_tokens: 5, completion_tokens: tokens } });
const role = chat({ role: 'assistant', content: '' });

test('the first event has only a role: time to first token does not start there', () => {
  const { flight } = read([role, chat({ content: 'a' }), chat({ content: 'b' }, null, 'stop')]);
  expect(flight).toMatchObject({ events: 2, firstToken: 2, firstText: 2, firstAnswer: 2, lastToken: 3 });
});

test('reasoning is a token and a text but not the answer', () => {
  const { flight } = read([
    role,
    chat({ reasoning: 'hm' }),
    chat({ reasoning_content: 'hm' }),
    chat({ content: 'a' }),
  ]);
  expect(flight).toMatchObject({ events: 3, firstToken: 2, firstText: 2, firstAnswer: 4 });
});

test('a character of several tokens: tokens advance while no text appears', () => {
  const { flight, gaps } = read([
    chat({ content: '' }, 1),
    chat({ content: '\uFFFD' }, 2),
    chat({ content: '가' }, 3),
  ]);
  expect(flight).toMatchObject({ events: 3, firstToken: 1, firstText: 3, streamedTokens: 3 });
  expect(gaps).toEqual([
    [1, 1, 1],
    [1, 1, 1],
  ]);
});

test('several tokens in one event are shared over its gap, not counted as one', () => {
  const { flight, gaps } = read([chat({ content: 'a' }, 1), chat({ content: 'bcde' }, 5), total(5)]);
  expect(gaps).toEqual([[1, 4, 1]]);
  expect(flight).toMatchObject({ events: 2, outputTokens: 5, firstEventTokens: 1, tokenSource: 'usage' });
});

test('a gap in which nothing was counted runs on to the next counted event', () => {
  const { gaps } = read([chat({ content: 'a' }, 1), chat({ content: 'b' }, 1), chat({ content: 'c' }, 3)]);
  expect(gaps).toEqual([
    [1, 0, -1],
    [1, 2, 2],
  ]);
});

test('a usage-only event is a total and not a token', () => {
  const { flight } = read([chat({ content: 'a' }), total(7)]);
  expect(flight).toMatchObject({ events: 1, lastToken: 1, outputTokens: 7, streamedTokens: unset });
});

test.each([
  ['with the last text', [chat({ content: 'a' }), chat({ content: 'b' }, 9, 'stop')], 2],
  ['with an empty last event', [chat({ content: 'a' }), chat({}, 9, 'stop')], 1],
])('usage that comes once, %s, is the total and not the tokens of that event', (_, data, events) => {
  const { flight, gaps } = read([role, ...data, '[DONE]']);
  expect(flight).toMatchObject({
    status: 'completed',
    outputTokens: 9,
    inputTokens: 5,
    events,
    lastToken: events + 1,
  });
  expect(gaps).toEqual(events === 2 ? [[1, -1, -1]] : []);
});

test('without usage the tokens are unknown, never the number of events', () => {
  const { flight } = read([role, chat({ content: 'a' }), chat({ content: 'b' }, null, 'stop'), '[DONE]']);
  expect(flight).toMatchObject({
    status: 'completed',
    events: 2,
    outputTokens: unset,
    tokenSource: 'unknown',
  });
});

test('an error object inside a 200 stream is a failure, with the tokens that came before', () => {
  const { flight } = read([
    chat({ content: 'a' }, 1),
    JSON.stringify({ error: { message: 'out of memory' } }),
    '[DONE]',
  ]);
  expect(flight).toMatchObject({
    status: 'failed',
    errorClass: 'in-stream',
    errorSample: 'out of memory',
    outputTokens: 1,
  });
});

test.each([
  JSON.stringify({ error: 'plain words' }),
  JSON.stringify({ object: 'error', message: 'plain words' }),
  JSON.stringify({ error: { message: 'plain words', code: 400 } }),
])('an error in the shape %s is seen', (event) => {
  expect(read([event]).flight).toMatchObject({ errorClass: 'in-stream', errorSample: 'plain words' });
});

test.each([
  ['nothing at all', []],
  ['only [DONE]', ['[DONE]']],
  ['only a role', [role, '[DONE]']],
  ['a finish without text or count', [role, chat({}, null, 'stop'), '[DONE]']],
])('an empty stream is not an answer: %s', (_, data) => {
  expect(read(data).flight).toMatchObject({ status: 'failed', errorClass: 'empty', outputTokens: unset });
});

test('an answer of no tokens that the server counted is an answer', () => {
  expect(read([role, chat({}, null, 'length'), total(0)]).flight).toMatchObject({
    status: 'completed',
    outputTokens: 0,
  });
});

test('an event that does not parse fails the request, and the events behind it still count', () => {
  const { flight } = read([chat({ content: 'a' }, 1), '{"choices":[{', chat({ content: 'b' }, 2), total(2)]);
  expect(flight).toMatchObject({
    status: 'failed',
    errorClass: 'protocol',
    errorDetail: 'event is not JSON',
    events: 2,
    outputTokens: 2,
  });
});

test('a tool call is a token and an answer, without visible text', () => {
  const { flight } = read([role, chat({ tool_calls: [{ index: 0, function: { arguments: '{' } }] })]);
  expect(flight).toMatchObject({ events: 1, firstToken: 2, firstAnswer: 2, firstText: unset });
});

test('counts that a server takes back never make a token', () => {
  const { flight, gaps } = read([
    chat({ content: 'a' }, 4),
    chat({ content: 'b' }, 2),
    chat({ content: 'c' }, 5),
  ]);
  expect(flight).toMatchObject({ streamedTokens: 5, events: 3 });
  expect(gaps).toEqual([
    [1, 0, -1],
    [1, 1, 2],
  ]);
});

test('the longest gap of a request is kept', () => {
  const { flight } = read([
    chat({ content: 'a' }),
    role,
    role,
    chat({ content: 'b' }),
    chat({ content: 'c' }),
  ]);
  expect(flight.maxStall).toBe(3);
});

test('completions carry their text beside the finish reason', () => {
  const data = [JSON.stringify({ choices: [{ index: 0, text: 'a', finish_reason: 'length' }] }), total(1)];
  expect(read(data, openAiCompletions).flight).toMatchObject({
    status: 'completed',
    events: 1,
    finishReason: 'length',
  });
});
