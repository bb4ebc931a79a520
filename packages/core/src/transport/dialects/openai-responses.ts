import type { Flight } from '../flight.ts';
import { turnMessages } from './chat-messages.ts';
import type { BodyRequest, Dialect, EventReading } from './dialect.ts';
import { countAt, errorMessageOf, isObject, type JsonObject, objectAt, textAt } from './json-shape.ts';
import { createTemplateReader, type EventFormat, readError, readTexts } from './template-reader.ts';

/** `POST /v1/responses` with `stream: true`: typed events, no `[DONE]`, usage with the last one alone. */
export const openAiResponses: Dialect = {
  name: 'openai-responses',
  path: '/v1/responses',
  tokenSource: 'usage',
  body: (request, extensions) => ({
    model: request.model,
    ...(request.systemText === null ? {} : { instructions: request.systemText }),
    input: request.history.length === 0 ? request.text : inputItems(request),
    max_output_tokens: request.outputTokens,
    stream: true,
    // A server that keeps answers for later would do work that is not measured.
    store: false,
    temperature: 0,
    ...(extensions.exactLength ? { ignore_eos: true, min_tokens: request.outputTokens } : {}),
  }),
  createReader: (keep) => createTemplateReader(responsesFormat, keep),
};

/** llama.cpp refuses an answer of an earlier turn that does not say its type. */
const inputItems = (request: BodyRequest): readonly object[] =>
  turnMessages(request).map((message) => ({ type: 'message', ...message }));

const responsesFormat: EventFormat = {
  framing: 'sse',
  read: readEvent,
  countKey: null,
  ignoredKeys: [
    'item_id',
    'output_index',
    'content_index',
    'summary_index',
    'sequence_number',
    'obfuscation',
  ],
  ownTokens: -1,
};

function readEvent(event: JsonObject, flight: Flight, reading: EventReading): string | null {
  const type = textAt(event, 'type');
  const response = objectAt(event, 'response');
  switch (type) {
    case 'error':
      return readError(reading, textAt(event, 'message') || (errorMessageOf(event) ?? 'error'));
    case 'response.failed':
    case 'response.cancelled':
      return readError(reading, (response && errorMessageOf(response)) ?? type);
    case 'response.completed':
    case 'response.incomplete':
      readEnd(response, flight, reading);
      return null;
    default:
      return type.endsWith('.delta') ? readDelta(type, event, reading) : readOther(event, reading);
  }
}

/** Deltas of text and reasoning are read as such; those of a tool's arguments, of audio or code are tokens without text. */
function readDelta(type: string, event: JsonObject, reading: EventReading): string | null {
  const delta = textAt(event, 'delta');
  if (delta === '') return null;
  if (type.includes('reasoning')) readTexts(reading, '', delta);
  else if (type.includes('output_text') || type.includes('refusal')) readTexts(reading, delta, '');
  else {
    reading.kind = 'text';
    reading.escapedText = JSON.stringify(delta).slice(1, -1);
    return null;
  }
  return 'delta';
}

function readOther(event: JsonObject, reading: EventReading): null {
  const error = errorMessageOf(event);
  return error === null ? null : readError(reading, error);
}

/** vLLM says `response.completed` of an answer that the length limit cut too: its details tell. */
function readEnd(response: JsonObject | null, flight: Flight, reading: EventReading): void {
  reading.totalsOnly = true;
  reading.ends = true;
  const details = response === null ? null : objectAt(response, 'incomplete_details');
  const reason = details === null ? '' : textAt(details, 'reason');
  const status = response === null ? '' : textAt(response, 'status');
  flight.finishReason = reason === 'max_output_tokens' ? 'length' : reason || status || 'completed';
  const usage = response?.['usage'];
  if (!isObject(usage)) return;
  reading.cumulativeTokens = countAt(usage, 'output_tokens');
  const input = countAt(usage, 'input_tokens');
  if (input >= 0) flight.inputTokens = input;
  const cached = countAt(objectAt(usage, 'input_tokens_details'), 'cached_tokens');
  if (cached >= 0) flight.cachedTokens = cached;
  const reasoning = countAt(objectAt(usage, 'output_tokens_details'), 'reasoning_tokens');
  if (reasoning >= 0) flight.reasoningTokens = reasoning;
}
