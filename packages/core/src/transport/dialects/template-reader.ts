import type { Flight } from '../flight.ts';
import { unset } from '../flight.ts';
import { clearReading, type EventReader, type EventReading, type Framing, type KeptText } from './dialect.ts';
import { EventTemplate } from './event-template.ts';
import { isVisible, type JsonObject } from './json-shape.ts';
import { isDone, parseEvent } from './openai-reader.ts';

/** How the events of a format are read. */
export type EventFormat = {
  readonly framing: Framing;
  /**
   * Reads an event that a JSON parser has read: the truth that the fast way must equal. Answers the key of its text when
   * it is an ordinary event, one that says nothing but its text, its count and what is ignored; else `null`.
   */
  readonly read: (event: JsonObject, flight: Flight, reading: EventReading) => string | null;
  /** The key of the cumulative token count in ordinary events, `null` without one. */
  readonly countKey: string | null;
  readonly ignoredKeys: readonly string[];
  /** Tokens of an ordinary event by itself, -1 when unknown. */
  readonly ownTokens: number;
};

/** A server whose ordinary events never look alike is read by the parser alone after so many tries. */
const learningTries = 64;

/**
 * Reads ordinary events by the shapes learned last, one for answers and one for reasoning, and every other one with
 * `JSON.parse`. A stage that wants all text has every event parsed, and so is each flight until its first visible text:
 * what only some events say, as the input's tokens, is known then.
 */
export function createTemplateReader(format: EventFormat, keep: KeptText): EventReader {
  const answers = new EventTemplate();
  const reasoning = new EventTemplate();
  let fruitless = 0;
  const readShape = (template: EventTemplate, buffer: Buffer, reading: EventReading): void => {
    fruitless = 0;
    reading.kind = 'text';
    reading.visible = true;
    reading.reasoning = template === reasoning;
    reading.cumulativeTokens = template.count;
    reading.ownTokens = format.ownTokens;
    if (keep === 'uncounted' && template.count < 0 && format.ownTokens < 0)
      reading.escapedText = template.escapedText(buffer);
  };
  return {
    framing: format.framing,
    saysItsEnd: true,
    read(buffer, start, end, flight, reading) {
      clearReading(reading);
      if (keep !== 'all' && flight.firstText !== unset) {
        if (answers.matches(buffer, start, end)) return readShape(answers, buffer, reading);
        if (reasoning.matches(buffer, start, end)) return readShape(reasoning, buffer, reading);
      }
      if (isDone(buffer, start, end)) {
        reading.kind = 'done';
        return;
      }
      const event = parseEvent(buffer, start, end, reading);
      const text = event === null ? null : format.read(event, flight, reading);
      if (text === null || keep === 'all' || fruitless > learningTries) return;
      fruitless++;
      const keys = { text, count: format.countKey, ignored: format.ignoredKeys };
      (reading.reasoning ? reasoning : answers).learn(buffer, start, end, keys);
    },
  };
}

/** Puts an event's texts into the reading; empty ones leave it no token. */
export function readTexts(reading: EventReading, answer: string, reasoning: string): void {
  if (answer === '' && reasoning === '') return;
  reading.kind = 'text';
  reading.reasoning = answer === '';
  reading.visible = isVisible(answer) || isVisible(reasoning);
  reading.text = answer;
  reading.escapedText = JSON.stringify(reasoning + answer).slice(1, -1);
}

/** Makes the reading an error. */
export function readError(reading: EventReading, message: string): null {
  reading.kind = 'error';
  reading.errorMessage = message;
  return null;
}
