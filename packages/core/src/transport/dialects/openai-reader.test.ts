import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Flight } from '../flight.ts';
import { readEvents } from '../testing/read-events.ts';
import { chatStream, chatStreamData } from '../testing/stream-events.ts';
import type { EventReader, EventReading } from './dialect.ts';
import { openAiChat } from './openai-chat.ts';

/** The text is kept by the parsing reader only, and what is not a token says nothing of reasoning or sight. */
const comparable = (reading: EventReading): Partial<EventReading> => ({
  kind: reading.kind,
  cumulativeTokens: reading.cumulativeTokens,
  ownTokens: reading.ownTokens,
  totalsOnly: reading.totalsOnly,
  errorMessage: reading.errorMessage,
  reasoning: reading.kind === 'text' && reading.reasoning,
  visible: reading.visible,
});
const withoutText = (flight: Flight): Partial<Flight> => ({ ...flight, text: '' });

function expectSame(data: readonly string[], fastReader: EventReader): void {
  const fast = readEvents(data, fastReader);
  const parsed = readEvents(data, openAiChat.createReader('all'));
  for (const [index, reading] of fast.readings.entries())
    expect(comparable(reading), data[index]).toEqual(comparable(parsed.readings[index] as EventReading));
  expect(withoutText(fast.flight)).toEqual(withoutText(parsed.flight));
  expect(fast.gaps).toEqual(parsed.gaps);
}

test('the fast reader says of every event what parsing it says', () => {
  fc.assert(
    fc.property(chatStream, (stream) => expectSame(chatStreamData(stream), openAiChat.createReader('none'))),
    { numRuns: 3000 },
  );
});

test('one reader serves streams of several shapes in turn', () => {
  fc.assert(
    fc.property(fc.array(chatStream, { minLength: 2, maxLength: 5 }), (streams) => {
      const reader = openAiChat.createReader('none');
      for (const stream of streams) expectSame(chatStreamData(stream), reader);
    }),
    { numRuns: 300 },
  );
});

test('a tail of the learned length with other bytes in it is not the learned one', () => {
  const event = (content: string, promptTokens: number, tokenIds: readonly number[] | null): string =>
    JSON.stringify({
      choices: [{ delta: { content }, finish_reason: null, token_ids: tokenIds }],
      usage: { prompt_tokens: promptTokens, total_tokens: promptTokens, completion_tokens: 0 },
    });
  const reader = openAiChat.createReader('none');
  expectSame([event('ab', 12, null)], reader);
  expect(event('ab', 12, null)).toHaveLength(event('ab', 0, [1, 22]).length);
  expectSame([event('', 0, null), event('ab', 0, [1, 22])], reader);
});
