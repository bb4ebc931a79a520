import { expect, test } from 'vitest';
import { Flight } from '../flight.ts';
import { createEventReading, type EventReading } from './dialect.ts';
import { parseObject } from './json-shape.ts';
import { RepeatedEvents } from './repeated-events.ts';

type Reading = { readonly read: boolean; readonly reading: EventReading; readonly flight: Flight };

/** Learns from the first event and reads the second. */
function learnAndRead(learned: string, next: string): Reading {
  const repeated = new RepeatedEvents('none');
  const bytes = Buffer.from(learned);
  repeated.learn(bytes, 0, bytes.length, parseObject(learned) ?? {});
  const reading = createEventReading();
  const flight = new Flight({ index: 0, user: 0, scheduled: null, warmup: false, firstWave: false });
  const following = Buffer.from(next);
  return { read: repeated.read(following, 0, following.length, flight, reading), reading, flight };
}

const event = (choice: string, usage: string, id = 'a'): string =>
  `{"id":"${id}","created":7,"choices":[${choice}],"usage":${usage}}`;
const usage = (prompt: number, completion: number, cached = 3): string =>
  `{"prompt_tokens":${prompt},"completion_tokens":${completion},"prompt_tokens_details":{"cached_tokens":${cached}}}`;
const last = (text: string, reason = 'length'): string =>
  `{"delta":{"content":"${text}"},"finish_reason":"${reason}"}`;

test('the last token says its own text and counts, and the reason that its shape has', () => {
  const { read, reading, flight } = learnAndRead(
    event(last(' a'), usage(20, 4)),
    event(last(' of \\"b'), usage(213, 12), 'other'),
  );
  expect(read).toBe(true);
  expect(reading).toMatchObject({ kind: 'text', visible: true, cumulativeTokens: 12, totalsOnly: false });
  expect(flight).toMatchObject({ inputTokens: 213, cachedTokens: 3, finishReason: 'length' });
});

test('usage alone is totals, with the counts of its own answer', () => {
  const { read, reading, flight } = learnAndRead(event('', usage(20, 4)), event('', usage(30, 128)));
  expect(read).toBe(true);
  expect(reading).toMatchObject({ kind: 'other', totalsOnly: true, cumulativeTokens: 128 });
  expect(flight.inputTokens).toBe(30);
});

test.each([
  ['another reason', event(last(' a', 'stop'), usage(20, 4))],
  ['another count of cached tokens', event(last(' a'), usage(20, 4, 16))],
  ['no text', event(last(''), usage(20, 4))],
  ['half a character as text', event(last('\ufffd'), usage(20, 4))],
  ['a field more', event(last(' a'), `${usage(20, 4).slice(0, -1)},"x":1}`)],
  ['a count that is no number', event(last(' a'), usage(20, 4).replace(':4,', ':null,'))],
  ['bytes that are no JSON', `${event(last(' a'), usage(20, 4))}}`],
])('an event with %s is the parser’s', (_, next) => {
  expect(learnAndRead(event(last(' a'), usage(20, 4)), next).read).toBe(false);
});

test.each([
  ['an error', '{"error":{"message":"no"}}'],
  ['a tool call', event('{"delta":{"tool_calls":[{"id":"c"}]},"finish_reason":null}', usage(1, 1))],
  ['token ids', event('{"delta":{"content":" a"},"token_ids":[5],"finish_reason":null}', usage(1, 1))],
])('%s is never learned', (_, text) => {
  expect(learnAndRead(text, text).read).toBe(false);
});
