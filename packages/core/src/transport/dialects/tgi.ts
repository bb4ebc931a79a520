import type { Flight } from '../flight.ts';
import { flattenedPrompt } from './chat-messages.ts';
import type { Dialect, EventReading } from './dialect.ts';
import { countAt, errorMessageOf, type JsonObject, objectAt, textAt } from './json-shape.ts';
import { createTemplateReader, type EventFormat, readError, readTexts } from './template-reader.ts';

/**
 * Text Generation Inference's `POST /generate_stream`: each event is one token, also under speculation. It has no way to
 * make an answer of exact length, and greedy decoding is asked for with `do_sample`: it refuses a temperature of 0.
 */
export const tgi: Dialect = {
  name: 'tgi',
  path: '/generate_stream',
  tokenSource: 'native',
  body: (request) => ({
    inputs: flattenedPrompt(request),
    parameters: {
      max_new_tokens: request.outputTokens,
      do_sample: false,
      details: true,
      decoder_input_details: false,
      return_full_text: false,
    },
    stream: true,
  }),
  createReader: (keep) => createTemplateReader(tgiFormat, keep),
};

const tgiFormat: EventFormat = {
  framing: 'sse',
  read: readEvent,
  countKey: null,
  ignoredKeys: ['index', 'id', 'logprob'],
  ownTokens: 1,
};

function readEvent(event: JsonObject, flight: Flight, reading: EventReading): string | null {
  const error = errorMessageOf(event);
  if (error !== null) return readError(reading, error);
  const token = objectAt(event, 'token');
  // A special token ends the text or parts it: it took a step but is not part of the answer.
  const special = token?.['special'] === true;
  const text = token === null || special ? '' : textAt(token, 'text');
  readTexts(reading, text, '');
  if (token !== null) {
    reading.kind = 'text';
    reading.ownTokens = 1;
  }
  const details = objectAt(event, 'details');
  if (details !== null) readDetails(details, flight, reading);
  if (typeof event['generated_text'] === 'string') reading.ends = true;
  return reading.ends || details !== null || text === '' ? null : 'text';
}

const finishReasons: Readonly<Record<string, string>> = { eos_token: 'stop', stop_sequence: 'stop' };

function readDetails(details: JsonObject, flight: Flight, reading: EventReading): void {
  reading.cumulativeTokens = countAt(details, 'generated_tokens');
  const input = countAt(details, 'input_length');
  if (input >= 0) flight.inputTokens = input;
  const reason = textAt(details, 'finish_reason');
  if (reason !== '') flight.finishReason = finishReasons[reason] ?? reason;
}
