import { type Flight, unset } from '../flight.ts';
import type { EventReading } from './dialect.ts';
import { countAt, errorMessageOf, type JsonObject, objectAt, textAt } from './json-shape.ts';
import { type EventFormat, readError, readTexts } from './template-reader.ts';

/**
 * Ollama's lines, of `/api/chat` (text in `message`) and of `/api/generate` (text in `response`). A line is usually a token
 * but is never taken for one: counts come with the last line alone.
 */
export const ollamaFormat: EventFormat = {
  framing: 'ndjson',
  read: readLine,
  countKey: null,
  ignoredKeys: ['created_at'],
  ownTokens: -1,
};

function readLine(line: JsonObject, flight: Flight, reading: EventReading): string | null {
  const error = errorMessageOf(line);
  if (error !== null) return readError(reading, error);
  const message = objectAt(line, 'message');
  const source = message ?? line;
  const answerKey = message === null ? 'response' : 'content';
  const answer = textAt(source, answerKey);
  const thinking = textAt(source, 'thinking');
  const toolCalls = source['tool_calls'];
  const callsTool = Array.isArray(toolCalls) && toolCalls.length > 0;
  readTexts(reading, answer, thinking);
  if (callsTool) {
    reading.kind = 'text';
    reading.reasoning = false;
  }
  if (line['done'] === true) {
    readEnd(line, flight, reading);
    return null;
  }
  if (callsTool || (answer !== '' && thinking !== '')) return null;
  return answer === '' ? 'thinking' : answerKey;
}

/** The last line: counts, and why it ended. Go leaves numbers that are 0 out of its JSON. */
function readEnd(line: JsonObject, flight: Flight, reading: EventReading): void {
  const counted = countAt(line, 'eval_count');
  const nothingSaid = reading.kind === 'other' && flight.events === 0 && flight.streamedTokens === unset;
  reading.cumulativeTokens = counted < 0 && nothingSaid && countAt(line, 'total_duration') > 0 ? 0 : counted;
  reading.totalsOnly = reading.kind === 'other';
  reading.ends = true;
  const input = countAt(line, 'prompt_eval_count');
  if (input >= 0) flight.inputTokens = input;
  flight.finishReason = textAt(line, 'done_reason') || 'done';
}
