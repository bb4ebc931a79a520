import { createEventReading, type EventReader, type EventReading } from '../dialects/dialect.ts';
import { applyReading, judgeAnswer } from '../exchange.ts';
import type { Flight } from '../flight.ts';
import { newFlight } from './replay-answer.ts';

/** What a reader said of each event, and the flight that this made. */
export type EventsRead = {
  readonly readings: readonly EventReading[];
  readonly flight: Flight;
  readonly gaps: readonly unknown[];
};

/** Reads events, one each microsecond, with stale bytes on both sides of each. */
export function readEvents(data: readonly string[], reader: EventReader): EventsRead {
  const flight = newFlight();
  const readings: EventReading[] = [];
  const gaps: unknown[] = [];
  const reading = createEventReading();
  const observer = {
    gap: (_: Flight, chunkGap: number, tokens: number, countedGap: number) =>
      void gaps.push([chunkGap, tokens, countedGap]),
    left: () => undefined,
    ended: () => undefined,
  };
  for (const [index, text] of data.entries()) {
    if (flight.sawDone) break;
    const before = Buffer.from('5"}\n\n');
    const bytes = Buffer.from(text);
    const buffer = Buffer.concat([before, bytes, Buffer.from('\n\n123","finish_reason":null}]}\n\n')]);
    reader.read(buffer, before.length, before.length + bytes.length, flight, reading);
    readings.push({ ...reading });
    applyReading(flight, reading, index + 1, observer);
    flight.text += reading.text;
  }
  judgeAnswer(flight, 'usage');
  return { readings, flight, gaps };
}
