import { unset } from '../flight.ts';
import { clearReading, type EventReader, type EventReading, type KeptText } from './dialect.ts';
import { isObject, type JsonObject, parseObject } from './json-shape.ts';
import { readOpenAiEvent } from './openai-event.ts';
import { RepeatedEvents } from './repeated-events.ts';
import { StreamShape } from './stream-shape.ts';

/** Where the text of a dialect's ordinary event stands: tried in order, the first that the event has is learned. */
export type TextField = { readonly opening: Buffer; readonly reasoning: boolean };

/**
 * Reads OpenAI events: an ordinary text event by its learned shape, those that come once in every answer by theirs, and any
 * other one with `JSON.parse`.
 * A stage that wants all text has every event parsed.
 */
export function createOpenAiReader(fields: readonly TextField[], keep: KeptText): EventReader {
  const shape = new StreamShape();
  const repeated = new RepeatedEvents(keep);
  return {
    framing: 'sse',
    saysItsEnd: false,
    read(buffer, start, end, flight, reading) {
      clearReading(reading);
      if (isDone(buffer, start, end)) {
        reading.kind = 'done';
        return;
      }
      if (
        keep !== 'all' &&
        shape.matches(buffer, start, end) &&
        !(shape.matchedTokens >= 0 && flight.inputTokens === unset)
      ) {
        readShape(shape, reading);
        if (keep === 'uncounted' && shape.matchedTokens < 0) reading.escapedText = shape.escapedText(buffer);
        return;
      }
      if (repeated.read(buffer, start, end, flight, reading)) return;
      const event = parseEvent(buffer, start, end, reading);
      if (event === null) return;
      readOpenAiEvent(event, flight, reading);
      if (keep === 'all') return;
      if (reading.kind === 'text' && isOrdinary(event)) learn(shape, fields, buffer, start, end);
      else repeated.learn(buffer, start, end, event);
    },
  };
}

function readShape(shape: StreamShape, reading: EventReading): void {
  reading.cumulativeTokens = shape.matchedTokens;
  if (!shape.matchedText) return;
  reading.kind = 'text';
  reading.reasoning = shape.reasoning;
  reading.visible = shape.matchedVisible;
}

/** One choice, no finish reason, no token ids or log probabilities: the event that repeats for each token. */
function isOrdinary(event: JsonObject): boolean {
  const choices = event['choices'];
  if (!Array.isArray(choices) || choices.length !== 1) return false;
  const choice: unknown = choices[0];
  if (!isObject(choice)) return false;
  const delta = choice['delta'];
  const textsInDelta = isObject(delta)
    ? Object.values(delta).filter((value) => value !== null && value !== '').length
    : 1;
  const plain =
    choice['finish_reason'] === null && !Array.isArray(choice['token_ids']) && !isObject(choice['logprobs']);
  return plain && textsInDelta === 1;
}

function learn(
  shape: StreamShape,
  fields: readonly TextField[],
  buffer: Buffer,
  start: number,
  end: number,
): void {
  for (const field of fields) {
    if (shape.learn(buffer, start, end, field.opening, field.reasoning)) return;
  }
}

export function isDone(buffer: Buffer, start: number, end: number): boolean {
  return (
    buffer[start] === 0x5b && end - start <= 16 && buffer.toString('latin1', start, end).trim() === '[DONE]'
  );
}

/** The event as an object; one that is no JSON object makes the reading an error that says so. */
export function parseEvent(
  buffer: Buffer,
  start: number,
  end: number,
  reading: EventReading,
): JsonObject | null {
  const text = buffer.toString('utf8', start, end);
  const event = parseObject(text);
  if (event !== null) return event;
  // An event that is not JSON is the server's fault and must not be skipped.
  reading.kind = 'error';
  reading.errorMessage = `an event is not a JSON object: ${text.slice(0, 120)}`;
  return null;
}
