import { bytesAt, onlyReplacement } from './json-bytes.ts';

/**
 * The shape of a stream's ordinary text event, learned from one event that a JSON parser has read:
 *
 *     {"id":..,"choices":[{"index":0,"delta":{"content":" word"},"logprobs":null,"finish_reason":null}],"usage":{..,"completion_tokens":7,..}}
 *     |<---- fieldOffset ---->|<-- marker -->|     |<-- finishGap -->|<- finish ->|<------- tail ------------------>|
 *
 * An event matches when the marker stands at the same offset, the text's closing quote is followed at the same distance
 * by `"finish_reason":null`, and the tail has the learned shape. An unescaped `"delta":{"content":"`
 * cannot occur inside a JSON string, so a match says what the parser would say. Everything else goes to the parser.
 */
export class StreamShape {
  #marker: Buffer | null = null;
  #fieldOffset = 0;
  #finishGap = 0;
  #tail: Buffer = Buffer.alloc(0);
  #tokensAt = -1;
  reasoning = false;
  /** The completion tokens that the last match carried, -1 when the shape has none. */
  matchedTokens = -1;
  /** Whether the last match had any text between its quotes, and any that is not U+FFFD. */
  matchedText = false;
  matchedVisible = false;
  #textStart = 0;
  #textEnd = 0;

  /** Learns from the bytes of one event; `opening` is the JSON up to the text's opening quote, `"delta":{"content":"`. */
  learn(buffer: Buffer, start: number, end: number, opening: Buffer, reasoning: boolean): boolean {
    this.#marker = null;
    const event = buffer.subarray(start, end);
    const at = event.indexOf(opening);
    if (at < 0) return false;
    const closing = closingQuote(buffer, start + at + opening.length, end);
    // An empty text is the parser's: what the event says may stand in another field.
    const finishAt = closing <= start + at + opening.length ? -1 : event.indexOf(finishNull, closing - start);
    if (finishAt < 0) return false;
    this.#fieldOffset = at;
    this.#finishGap = finishAt - (closing - start);
    this.#tail = Buffer.from(event.subarray(finishAt + finishNull.length));
    const tokensAt = this.#tail.indexOf(completionTokens);
    this.#tokensAt = tokensAt < 0 ? -1 : tokensAt + completionTokens.length;
    if (this.#tokensAt < 0 && event.includes('"usage":{')) return false;
    this.reasoning = reasoning;
    this.#marker = opening;
    return true;
  }

  /** Whether the event has the learned shape; the `matched` fields then hold what it says. */
  matches(buffer: Buffer, start: number, end: number): boolean {
    const marker = this.#marker;
    if (marker === null) return false;
    const textStart = start + this.#fieldOffset + marker.length;
    if (textStart + 1 + this.#finishGap + finishNull.length > end) return false;
    if (!bytesAt(buffer, start + this.#fieldOffset, marker)) return false;
    const closing = closingQuote(buffer, textStart, end);
    if (closing <= textStart) return false;
    const finishAt = closing + this.#finishGap;
    if (finishAt + finishNull.length > end || !bytesAt(buffer, finishAt, finishNull)) return false;
    if (!this.#tailMatches(buffer, finishAt + finishNull.length, end)) return false;
    this.#textStart = textStart;
    this.#textEnd = closing;
    this.matchedText = closing > textStart;
    this.matchedVisible = this.matchedText && !onlyReplacement(buffer, textStart, closing);
    return true;
  }

  /** The text of the last match as it stands between its quotes, escapes and all. */
  escapedText(buffer: Buffer): string {
    return buffer.toString('utf8', this.#textStart, this.#textEnd);
  }

  /**
   * Without usage the tail must be the learned one. With usage it must have the learned length and the key of the count
   * at the learned place: another number of digits, or other fields, have another length or another place.
   */
  #tailMatches(buffer: Buffer, start: number, end: number): boolean {
    const tail = this.#tail;
    if (end - start !== tail.length) return false;
    if (this.#tokensAt < 0) {
      this.matchedTokens = -1;
      return bytesAt(buffer, start, tail);
    }
    if (!bytesAt(buffer, start + this.#tokensAt - completionTokens.length, completionTokens)) return false;
    this.matchedTokens = numberAt(buffer, start + this.#tokensAt);
    return true;
  }
}

const finishNull = Buffer.from('"finish_reason":null');
const completionTokens = Buffer.from('"completion_tokens":');
const quote = 0x22;
const backslash = 0x5c;

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

function numberAt(buffer: Buffer, start: number): number {
  let value = 0;
  for (let position = start; isDigit(buffer[position] as number); position++) {
    value = value * 10 + (buffer[position] as number) - 0x30;
  }
  return value;
}

/** The unescaped quote that ends a JSON string, or -1. */
function closingQuote(buffer: Buffer, start: number, end: number): number {
  for (let position = start; position < end; position++) {
    const byte = buffer[position];
    if (byte === quote) return position;
    if (byte === backslash) position++;
  }
  return -1;
}
