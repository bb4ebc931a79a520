import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '../testing/read-events.ts';
import { encodeEvent, trickyText } from '../testing/stream-events.ts';
import { sglangGenerate } from './sglang-generate.ts';

const step = fc.record({
  text: trickyText,
  tokens: fc.integer({ min: 0, max: 3 }),
  finish: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, fc.constantFrom('stop', 'length', 'abort')),
  error: fc.oneof({ weight: 15, arbitrary: fc.constant(false) }, fc.constant(true)),
  padding: fc.constantFrom(0, 0, 0, 3000),
});
const stream = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 20 }),
  incremental: fc.boolean(),
  withIds: fc.boolean(),
  encoding: fc.constantFrom('compact' as const, 'ascii' as const, 'spaced' as const),
});

/** Events as SGLang writes them: text, then ids, then `meta_info` with its cumulative counts. */
function streamData({
  steps,
  incremental,
  withIds,
  encoding,
}: typeof stream extends fc.Arbitrary<infer S> ? S : never) {
  let text = '';
  let count = 0;
  return steps.map((one) => {
    if (one.error) return encodeEvent({ error: { message: one.text } }, encoding);
    text = incremental ? one.text : text + one.text;
    count += one.tokens;
    const ids = Array.from({ length: incremental ? one.tokens : count }, (_, index) => index);
    const meta = {
      id: 'r1',
      finish_reason: one.finish === null ? null : { type: one.finish, length: count },
      prompt_tokens: 7,
      completion_tokens: count,
      cached_tokens: 3,
      ...(one.padding > 0 ? { notes: 'x'.repeat(one.padding) } : {}),
    };
    return encodeEvent({ text, ...(withIds ? { output_ids: ids } : {}), meta_info: meta }, encoding);
  });
}

test('an event read from its end alone makes the same flight as one that is parsed whole', () => {
  fc.assert(
    fc.property(stream, (generated) => {
      const data = [...streamData(generated), '[DONE]'];
      const fast = readEvents(data, sglangGenerate.createReader('none'));
      const parsed = readEvents(data, sglangGenerate.createReader('all'));
      expect({ ...fast.flight, text: '', escapedText: '' }).toEqual({
        ...parsed.flight,
        text: '',
        escapedText: '',
      });
      expect(fast.gaps).toEqual(parsed.gaps);
      expect(fast.readings.map((reading) => reading.kind)).toEqual(
        parsed.readings.map((reading) => reading.kind),
      );
    }),
    { numRuns: 2000 },
  );
});

const native = (text: string, ids: readonly number[], count: number): string =>
  JSON.stringify({
    text,
    output_ids: ids,
    meta_info: { prompt_tokens: 2, completion_tokens: count, finish_reason: null },
  });
const textOf = (data: readonly string[]): string =>
  readEvents(data, sglangGenerate.createReader('all')).flight.text;

test('cumulative text is kept once, not once for each event', () => {
  expect(textOf([native('a', [1], 1), native('ab', [1, 2], 2), native('abc', [1, 2, 3], 3)])).toBe('abc');
});

test('a server switched to incremental output repeats a word: the ids say that it is a new one', () => {
  expect(textOf([native('go', [1], 1), native('go', [1], 2), native(' go', [2], 3)])).toBe('gogo go');
});

test('several tokens in one event are several tokens', () => {
  const { flight, gaps } = readEvents(
    [native('a', [1], 1), native('abcd', [1, 2, 3, 4], 4)],
    sglangGenerate.createReader('none'),
  );
  expect(flight).toMatchObject({ events: 2, outputTokens: 4 });
  expect(gaps).toEqual([[1, 3, 1]]);
});
