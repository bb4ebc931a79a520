import { type Flight, unset } from '../flight.ts';
import { flattenedPrompt } from './chat-messages.ts';
import { clearReading, type Dialect, type EventReader, type EventReading } from './dialect.ts';
import { countAt, errorMessageOf, isVisible, type JsonObject, objectAt, textAt } from './json-shape.ts';
import { isDone, parseEvent } from './openai-reader.ts';

const textOpening = Buffer.from('{"text":"');
const metaInfo = Buffer.from('"meta_info":{');
const completionTokens = Buffer.from('"completion_tokens":');
const finishNull = Buffer.from('"finish_reason":null');
/** `meta_info` of a running request is about 500 bytes; one that is longer is parsed whole. */
const metaInfoBytes = 2048;

/** SGLang's native `POST /generate`: counts are cumulative; so is the text, unless the server streams increments. */
export const sglangGenerate: Dialect = {
  name: 'sglang-generate',
  path: '/generate',
  tokenSource: 'native',
  body: (request, extensions) => ({
    text: flattenedPrompt(request),
    sampling_params: {
      max_new_tokens: request.outputTokens,
      temperature: 0,
      ...(extensions.exactLength ? { ignore_eos: true, min_new_tokens: request.outputTokens } : {}),
    },
    stream: true,
  }),
  createReader: (keep) =>
    ({
      framing: 'sse',
      saysItsEnd: false,
      read(buffer, start, end, flight, reading) {
        clearReading(reading);
        if (isDone(buffer, start, end)) reading.kind = 'done';
        else if (keep === 'all' || !readMetaInfo(buffer, start, end, flight, reading))
          readWhole(buffer, start, end, flight, reading);
      },
    }) satisfies EventReader,
};

/**
 * Cumulative text makes each event longer than the one before: parsing each whole is quadratic. A running request's
 * event is read from its end instead, where `meta_info` has the count. Returns false when the event is another one.
 */
function readMetaInfo(
  buffer: Buffer,
  start: number,
  end: number,
  flight: Flight,
  reading: EventReading,
): boolean {
  if (flight.inputTokens === unset || flight.firstText === unset || end - start < textOpening.length)
    return false;
  for (let index = 0; index < textOpening.length; index++)
    if (buffer[start + index] !== textOpening[index]) return false;
  const tail = buffer.subarray(Math.max(start, end - metaInfoBytes), end);
  const metaAt = tail.lastIndexOf(metaInfo);
  if (metaAt < 0 || tail.indexOf(finishNull, metaAt) < 0) return false;
  const countPosition = tail.indexOf(completionTokens, metaAt);
  if (countPosition < 0) return false;
  let count = 0;
  let position = countPosition + completionTokens.length;
  for (let byte = tail[position] ?? 0; byte >= 0x30 && byte <= 0x39; byte = tail[++position] ?? 0)
    count = count * 10 + byte - 0x30;
  describe(count, buffer[start + textOpening.length] !== 0x22, flight, reading);
  return true;
}

/** A token came when the count advanced; text in an event that advances nothing is the cumulative text again. */
function describe(count: number, hasText: boolean, flight: Flight, reading: EventReading): void {
  reading.cumulativeTokens = count;
  reading.visible = hasText;
  if (count > Math.max(flight.streamedTokens, 0)) reading.kind = 'text';
}

function readWhole(buffer: Buffer, start: number, end: number, flight: Flight, reading: EventReading): void {
  const event = parseEvent(buffer, start, end, reading);
  if (event === null) return;
  const error = errorMessageOf(event);
  if (error !== null) {
    reading.kind = 'error';
    reading.errorMessage = error;
    return;
  }
  const meta = objectAt(event, 'meta_info');
  readMetaCounts(meta, flight);
  const text = textAt(event, 'text');
  const count = countAt(meta, 'completion_tokens');
  if (count >= 0) describe(count, isVisible(text), flight, reading);
  else if (text !== '' && text !== flight.text) {
    reading.kind = 'text';
    reading.visible = isVisible(text);
  }
  reading.text = isCumulative(event, text, count, flight) ? text.slice(flight.text.length) : text;
}

/** Token ids say it for certain (as many as the count: cumulative); without them, text that continues the old one is cumulative. */
function isCumulative(event: JsonObject, text: string, count: number, flight: Flight): boolean {
  const ids = event['output_ids'];
  if (Array.isArray(ids) && count >= 0 && ids.length < count) return false;
  return text.startsWith(flight.text);
}

function readMetaCounts(meta: JsonObject | null, flight: Flight): void {
  if (meta === null) return;
  const input = countAt(meta, 'prompt_tokens');
  if (input >= 0) flight.inputTokens = input;
  const cached = countAt(meta, 'cached_tokens');
  if (cached >= 0) flight.cachedTokens = cached;
  const reasoning = countAt(meta, 'reasoning_tokens');
  if (reasoning >= 0) flight.reasoningTokens = reasoning;
  const finish = objectAt(meta, 'finish_reason');
  if (finish !== null) flight.finishReason = textAt(finish, 'type') || null;
}
