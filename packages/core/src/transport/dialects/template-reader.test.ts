import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Flight } from '../flight.ts';
import { formatStream, formatStreamData, templatedDialects } from '../testing/format-streams.ts';
import { readEvents } from '../testing/read-events.ts';
import type { EventReader, EventReading } from './dialect.ts';
import { dialectNamed } from './dialects.ts';
import { createTemplateReader, type EventFormat, readTexts } from './template-reader.ts';

/** The text is kept by the parsing reader only, and sight matters until the first text alone. */
const comparable = (reading: EventReading): Partial<EventReading> => ({
  kind: reading.kind,
  cumulativeTokens: reading.cumulativeTokens,
  ownTokens: reading.ownTokens,
  totalsOnly: reading.totalsOnly,
  ends: reading.ends,
  errorMessage: reading.errorMessage,
  reasoning: reading.kind === 'text' && reading.reasoning,
});
const withoutText = (flight: Flight): Partial<Flight> => ({ ...flight, text: '' });

function expectSame(data: readonly string[], fastReader: EventReader, parsingReader: EventReader): void {
  const fast = readEvents(data, fastReader);
  const parsed = readEvents(data, parsingReader);
  for (const [index, reading] of fast.readings.entries())
    expect(comparable(reading), data[index]).toEqual(comparable(parsed.readings[index] as EventReading));
  expect(withoutText(fast.flight)).toEqual(withoutText(parsed.flight));
  expect(fast.gaps).toEqual(parsed.gaps);
}

test.each(templatedDialects)('the fast reader of %s says of every event what parsing it says', (name) => {
  const dialect = dialectNamed(name);
  fc.assert(
    fc.property(formatStream, (stream) =>
      expectSame(formatStreamData(name, stream), dialect.createReader('none'), dialect.createReader('all')),
    ),
    { numRuns: 1500 },
  );
});

test.each(templatedDialects)('one reader of %s serves streams of several shapes in turn', (name) => {
  const dialect = dialectNamed(name);
  fc.assert(
    fc.property(fc.array(formatStream, { minLength: 2, maxLength: 5 }), (streams) => {
      const reader = dialect.createReader('none');
      for (const stream of streams)
        expectSame(formatStreamData(name, stream), reader, dialect.createReader('all'));
    }),
    { numRuns: 300 },
  );
});

test.each(templatedDialects)('%s keeps the text of uncounted answers as the parser does', (name) => {
  const dialect = dialectNamed(name);
  fc.assert(
    fc.property(formatStream, (stream) => {
      const data = formatStreamData(name, { ...stream, encoding: 'compact' });
      const texts = (reader: EventReader): string[] =>
        readEvents(data, reader).readings.map((reading) =>
          reading.cumulativeTokens < 0 && reading.ownTokens < 0 ? reading.escapedText : '',
        );
      expect(texts(dialect.createReader('uncounted')).map(unescaped)).toEqual(
        texts(dialect.createReader('all')).map(unescaped),
      );
    }),
    { numRuns: 300 },
  );
});

const unescaped = (escaped: string): string => JSON.parse(`"${escaped}"`) as string;

/** A format whose parser counts its calls. */
function countingFormat(): { readonly format: EventFormat; calls: number } {
  const counting = {
    calls: 0,
    format: {
      framing: 'ndjson',
      countKey: null,
      ignoredKeys: ['at'],
      ownTokens: 1,
      read(event, _flight, reading) {
        counting.calls++;
        readTexts(reading, String(event['text']), '');
        return 'text';
      },
    } satisfies EventFormat,
  };
  return counting;
}

test('after the first of a stream, ordinary events are not parsed', () => {
  const counting = countingFormat();
  const data = Array.from({ length: 40 }, (_, index) => `{"at":${index},"text":"word ${index}"}`);
  readEvents(data, createTemplateReader(counting.format, 'none'));
  expect(counting.calls).toBe(1);
});

test('events that never look alike are parsed and no longer learned', () => {
  const counting = countingFormat();
  const data = Array.from({ length: 200 }, (_, index) => `{"key${index}":1,"text":"word"}`);
  const alike = Array.from({ length: 10 }, () => '{"text":"word"}');
  readEvents([...data, ...alike], createTemplateReader(counting.format, 'none'));
  expect(counting.calls).toBe(210);
});
