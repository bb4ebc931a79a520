import { bytesAt, digitsEnd, onlyReplacement, wholeNumber } from './json-bytes.ts';

/**
 * The shape of a stream's ordinary text event, learned from one event that a JSON parser has read:
 *
 *     {"id":..,"choices":[{"index":0,"delta":{"content":" word"},"logprobs":null,"finish_reason":null}],"usage":{..,"completion_tokens":7,..}}
 *     |<---- fieldOffset ---->|<-- marker -->|     |<-- finishGap -->|<- finish ->|<------- tail ------------------>|
 *
 * An event matches when the marker stands at the same offset, the text's closing quote is followed at the same distance
 * by `"finish_reason":null`, and the tail is the learned one but for the digits of its counts. An unescaped `"delta":{"content":"`
 * cannot occur inside a JSON string, so a match says what the parser would say. Everything else goes to the parser.
 */
export class StreamShape {
  #marker: Buffer | null = null;
  #fieldOffset = 0;
  #finishGap = 0;
  #tail: Buffer = Buffer.alloc(0);
  /** The counts of a usage in the tail, none without one: all of the tail but their digits is as learned. */
  #counts: readonly CountSpan[] = [];
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
    this.#counts = countSpans(this.#tail);
    const countsTokens = this.#counts.filter((span) => span.ofTokens).length;
    if (countsTokens > 1 || (countsTokens === 0 && event.includes('"usage":{'))) return false;
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

  /** The tail has the learned length and the learned bytes, but for the digits of its counts. */
  #tailMatches(buffer: Buffer, start: number, end: number): boolean {
    const tail = this.#tail;
    this.matchedTokens = -1;
    if (end - start !== tail.length) return false;
    if (this.#counts.length === 0) return bytesAt(buffer, start, tail);
    for (const span of this.#counts) {
      const value = start + span.start;
      if (!bytesAt(buffer, value - span.before.length, span.before)) return false;
      if (!isCount(buffer, value, start + span.end)) return false;
      if (span.ofTokens) this.matchedTokens = wholeNumber(buffer, value, start + span.end);
      if (span.behind !== null && !bytesAt(buffer, start + span.end, span.behind)) return false;
    }
    return true;
  }
}

/** A count in a tail: its digits from `start` to `end`, the learned bytes between the count before and it, and those behind the last. */
type CountSpan = {
  readonly start: number;
  readonly end: number;
  readonly before: Buffer;
  readonly behind: Buffer | null;
  readonly ofTokens: boolean;
};

function countSpans(tail: Buffer): CountSpan[] {
  const matches = [
    ...tail.toString('latin1').matchAll(/"(prompt_tokens|total_tokens|completion_tokens)":(\d{1,15})(?!\d)/g),
  ];
  let from = 0;
  return matches.map((match, index) => {
    const end = match.index + match[0].length;
    const start = end - (match[2] as string).length;
    const before = tail.subarray(from, start);
    from = end;
    const behind = index === matches.length - 1 ? tail.subarray(end) : null;
    return { start, end, before, behind, ofTokens: match[1] === 'completion_tokens' };
  });
}

const finishNull = Buffer.from('"finish_reason":null');
const quote = 0x22;
const backslash = 0x5c;
const zero = 0x30;

/** Whether these bytes are a whole number as JSON writes it. */
const isCount = (buffer: Buffer, start: number, end: number): boolean =>
  digitsEnd(buffer, start, end) === end && (buffer[start] !== zero || end === start + 1);

/** The unescaped quote that ends a JSON string, or -1. */
function closingQuote(buffer: Buffer, start: number, end: number): number {
  for (let position = start; position < end; position++) {
    const byte = buffer[position];
    if (byte === quote) return position;
    if (byte === backslash) position++;
  }
  return -1;
}
