import { expect, test } from 'vitest';
import { unset } from '../flight.ts';
import { bytesOf, formatRows, typeOf, whole } from '../testing/format-answer-rows.ts';
import { answerOf, writtenBody } from '../testing/format-answers.ts';
import { replayAnswer, timelessFlight } from '../testing/replay-answer.ts';
import { llamaCpp } from './llama-cpp.ts';
import { ollamaChat } from './ollama-chat.ts';
import { ollamaGenerate } from './ollama-generate.ts';
import { openAiResponses } from './openai-responses.ts';
import { tgi } from './tgi.ts';

test.each(formatRows)('%s is read as its format means it', (name, dialect, expected) => {
  expect(timelessFlight(replayAnswer(bytesOf(name), [], dialect))).toMatchObject(expected);
});

test.each(formatRows)('%s is the same flight wherever it is cut', (name, dialect) => {
  const bytes = bytesOf(name);
  const expected = timelessFlight(replayAnswer(bytes, [], dialect));
  const reader = dialect.createReader('none');
  const positions = Array.from(bytes.keys());
  for (let first = 0; first < 199; first++) {
    const cuts = positions.filter((position) => position % 199 === first);
    expect(timelessFlight(replayAnswer(bytes, cuts, dialect, reader)), `cut at ${cuts}`).toEqual(expected);
  }
  expect(timelessFlight(replayAnswer(bytes, positions, dialect, reader))).toEqual(expected);
});

const written = formatRows.filter(([name]) => name.includes('.'));

test.each(written)('%s is the same with CRLF', (name, dialect) => {
  const body = writtenBody(name);
  const crlf = answerOf(body.replaceAll('\n', '\r\n'), typeOf(name));
  expect(timelessFlight(replayAnswer(crlf, [], dialect))).toEqual(
    timelessFlight(replayAnswer(answerOf(body, typeOf(name)), [], dialect)),
  );
});

const lastOf = (body: string): number => body.trimEnd().lastIndexOf('\n{');
const lastEventOf = (body: string): number =>
  Math.max(body.lastIndexOf('\ndata:'), body.lastIndexOf('\nevent:'));
const beforeTheEnd = (name: string): string => {
  const body = writtenBody(name);
  return body.slice(0, (name.endsWith('.ndjson') ? lastOf(body) : lastEventOf(body)) + 1);
};

test.each([
  ['ollama/chat.ndjson', ollamaChat],
  ['tgi/length.sse', tgi],
  ['responses/text.sse', openAiResponses],
])('%s that lacks its last event is a failure, whether it ends tidily or not', (name, dialect) => {
  const body = beforeTheEnd(name);
  expect(timelessFlight(replayAnswer(answerOf(body, typeOf(name)), [], dialect))).toMatchObject({
    status: 'failed',
    errorClass: 'protocol',
    errorDetail: 'no end of the answer',
  });
  expect(timelessFlight(replayAnswer(answerOf(body, typeOf(name), true), [], dialect))).toMatchObject({
    status: 'failed',
    errorClass: 'protocol',
    errorDetail: 'connection lost in the middle of the answer',
  });
});

test.each([
  ['ollama/chat.ndjson', ollamaChat],
  ['tgi/length.sse', tgi],
  ['responses/text.sse', openAiResponses],
])(
  '%s is whole with its last event, also when the connection stays open or closes behind it',
  (name, dialect) => {
    const { flight } = replayAnswer(answerOf(writtenBody(name), typeOf(name), true), [], dialect);
    expect(flight).toMatchObject({ status: 'completed', sawDone: true, closed: 0 });
  },
);

test.each([
  ['ollama/chat.ndjson', ollamaChat, 'The river <b>봄"quoted"\n sings'],
  ['ollama/chat_thinking.ndjson', ollamaChat, 'Spring comes'],
  ['ollama/generate.ndjson', ollamaGenerate, 'The river sings again'],
  ['tgi/eos.sse', tgi, ' The river'],
  ['responses/reasoning.sse', openAiResponses, 'Spring comes'],
] as const)('%s keeps the answer and neither reasoning nor special tokens', (name, dialect, text) => {
  const { flight } = replayAnswer(bytesOf(name), [], dialect, dialect.createReader('all'));
  expect(flight.text).toBe(text);
});

test.each([
  ['a field of its own', 'error: {"code":500,"message":"context shift failed","type":"server_error"}\n\n'],
  ['data', 'data: {"error":{"code":500,"message":"context shift failed","type":"server_error"}}\n\n'],
])('llama.cpp says an error as %s', (_, event) => {
  const body = `data: {"content":"a","stop":false,"tokens_predicted":1,"tokens_evaluated":3}\n\n${event}`;
  const { flight } = replayAnswer(answerOf(body, 'text/event-stream'), [], llamaCpp);
  expect(flight).toMatchObject({
    status: 'failed',
    errorClass: 'in-stream',
    errorSample: 'context shift failed',
    outputTokens: 1,
  });
});

test('an older llama.cpp that counts at the end only: ids count its events, else they stay uncounted', () => {
  const event = (fields: object): string => `data: ${JSON.stringify({ stop: false, ...fields })}\n\n`;
  const end = event({
    content: '',
    stop: true,
    stopped_limit: true,
    tokens_predicted: 3,
    tokens_evaluated: 4,
  });
  const withIds = event({ content: 'a', tokens: [7] }) + event({ content: 'bc', tokens: [8, 9] }) + end;
  const without = event({ content: 'a' }) + event({ content: 'bc' }) + end;
  const read = (body: string) =>
    timelessFlight(replayAnswer(answerOf(body, 'text/event-stream'), [], llamaCpp));
  expect(read(withIds)).toMatchObject({ ...whole, outputTokens: 3, firstEventTokens: 1, gapTokens: [2] });
  expect(read(without)).toMatchObject({
    ...whole,
    outputTokens: 3,
    firstEventTokens: unset,
    gapTokens: [-1],
  });
});

test('vLLM says `completed` of an answer that its length cut; the details say so', () => {
  const body = writtenBody('responses/incomplete.sse').replace(/response\.incomplete/g, 'response.completed');
  const { flight } = replayAnswer(answerOf(body, 'text/event-stream'), [], openAiResponses);
  expect(flight).toMatchObject({ ...whole, outputTokens: 8 });
});

test('tokens of Ollama that no line showed are an answer, without a first token', () => {
  const body = writtenBody('ollama/generate.ndjson').trimEnd().split('\n').at(-1);
  const answer = replayAnswer(answerOf(`${body}\n`, 'application/x-ndjson'), [], ollamaGenerate);
  expect(timelessFlight(answer)).toMatchObject({
    ...whole,
    events: 0,
    outputTokens: 5,
    hasFirstToken: false,
  });
});

test('where TGI’s total and its events differ, the total is right', () => {
  const body = writtenBody('tgi/length.sse').replace('"generated_tokens":5', '"generated_tokens":7');
  expect(timelessFlight(replayAnswer(answerOf(body, 'text/event-stream'), [], tgi))).toMatchObject({
    outputTokens: 7,
    gapTokens: [1, 1, 1, 3],
  });
});

test.each([
  ['application/json', ollamaChat],
  ['text/html', ollamaChat],
  ['application/x-ndjson', tgi],
] as const)('an answer of type %s is no stream of %s', (type, dialect) => {
  const { flight } = replayAnswer(answerOf('{"done":true,"response":"x"}\n', type), [], dialect);
  expect(flight).toMatchObject({ status: 'failed', errorClass: 'protocol', events: 0 });
});

test('a line of an answer that is not JSON fails it, and the lines behind it still count', () => {
  const body = writtenBody('ollama/chat.ndjson').replace('{"model"', '{"model');
  const { flight } = replayAnswer(answerOf(body, 'application/x-ndjson'), [], ollamaChat);
  expect(flight).toMatchObject({
    status: 'failed',
    errorClass: 'protocol',
    errorDetail: 'event is not JSON',
    events: 5,
    outputTokens: 6,
  });
});
