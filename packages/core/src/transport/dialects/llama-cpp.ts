import type { Flight } from '../flight.ts';
import { flattenedPrompt } from './chat-messages.ts';
import type { Dialect, EventReading } from './dialect.ts';
import { countAt, errorMessageOf, type JsonObject, objectAt, textAt } from './json-shape.ts';
import { createTemplateReader, type EventFormat, readError, readTexts } from './template-reader.ts';

/**
 * llama.cpp's native `POST /completion`. `tokens_predicted` is cumulative and exact; the list of token ids is not (of a
 * character's tokens only the last event's are listed), so it counts only where a server sends nothing else.
 */
export const llamaCpp: Dialect = {
  name: 'llama-cpp',
  path: '/completion',
  tokenSource: 'native',
  body: (request, extensions) => ({
    prompt: flattenedPrompt(request),
    n_predict: request.outputTokens,
    temperature: 0,
    stream: true,
    cache_prompt: true,
    return_tokens: true,
    ...(extensions.exactLength ? { ignore_eos: true } : {}),
  }),
  createReader: (keep) => createTemplateReader(llamaCppFormat, keep),
};

const llamaCppFormat: EventFormat = {
  framing: 'sse',
  read: readEvent,
  countKey: 'tokens_predicted',
  ignoredKeys: ['tokens', 'id_slot', 'tokens_evaluated'],
  ownTokens: -1,
};

function readEvent(event: JsonObject, flight: Flight, reading: EventReading): string | null {
  const error = errorMessageOf(event);
  if (error !== null) return readError(reading, error);
  const content = textAt(event, 'content');
  readTexts(reading, content, '');
  readCounts(event, flight, reading);
  if (event['stop'] !== true) return content === '' ? null : 'content';
  reading.ends = true;
  flight.finishReason = finishReasonOf(event);
  return null;
}

function readCounts(event: JsonObject, flight: Flight, reading: EventReading): void {
  const input = countAt(event, 'tokens_evaluated');
  if (input >= 0) flight.inputTokens = input;
  reading.cumulativeTokens = countAt(event, 'tokens_predicted');
  const ids = event['tokens'];
  if (reading.cumulativeTokens < 0 && Array.isArray(ids) && ids.length > 0) reading.ownTokens = ids.length;
  const timings = objectAt(event, 'timings');
  const cached = countAt(timings, 'cache_n');
  const processed = countAt(timings, 'prompt_n');
  if (cached >= 0) flight.cachedTokens = cached;
  else if (input >= 0 && processed >= 0 && processed <= input) flight.cachedTokens = input - processed;
}

/** Newer servers say `stop_type`; older ones a flag for each reason. */
function finishReasonOf(event: JsonObject): string {
  const type = textAt(event, 'stop_type');
  if (type === 'limit' || event['stopped_limit'] === true) return 'length';
  return type === 'none' ? 'none' : 'stop';
}
