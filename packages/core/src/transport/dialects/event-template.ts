import {
  bytesAt,
  digitsEnd,
  numberEnd,
  numberListEnd,
  onlyReplacement,
  stringEnd,
  wholeNumber,
} from './json-bytes.ts';

/** Which values of an event may differ from the learned one. All others must be the same bytes. */
export type TemplateKeys = {
  /** The text's key, `null` for an event without text. */
  readonly text: string | null;
  /** The key of the cumulative token count, `null` where events have none. */
  readonly count: string | null;
  /** The key of the count of the prompt's tokens, where that may differ from event to event. */
  readonly input?: string;
  /** Keys whose values say nothing that is measured: an identity, a time. */
  readonly ignored: readonly string[];
};

type Slot = 'text' | 'count' | 'input' | 'string' | 'number' | 'numbers';

const quote = 0x22;
const colon = 0x3a;
const space = 0x20;
const openingBracket = 0x5b;

/**
 * The shape of a stream's ordinary event, learned from one that a JSON parser has read: literal bytes with slots between.
 *
 *     {"model":"m","created_at":"2026-..Z","message":{"role":"assistant","content":" word"},"done":false}
 *     |<----- literal -------->|<-string>|<------------ literal --------------->|<text>|<--- literal --->|
 *
 * An event matches when its literal bytes are the learned ones and each slot holds a valid JSON value of the learned kind.
 * It then differs from the learned event only in the slots, so a match says what the parser would say.
 */
export class EventTemplate {
  #literals: readonly Buffer[] = [];
  #slots: readonly Slot[] = [];
  #textStart = 0;
  #textEnd = 0;
  /** The token count of the last match, -1 when the shape has none. */
  count = -1;
  /** The prompt tokens of the last match, -1 when the shape has none. */
  input = -1;

  /** Learns from the bytes of an event. False, with nothing learned, when its text is empty or a slot's key comes twice. */
  learn(buffer: Buffer, start: number, end: number, keys: TemplateKeys): boolean {
    this.#literals = [];
    this.#slots = [];
    const literals: Buffer[] = [];
    const slots: Slot[] = [];
    const seen = new Set<string>();
    let literalStart = start;
    for (let position = start; position < end; position++) {
      if (buffer[position] !== quote) continue;
      const nameEnd = stringEnd(buffer, position + 1, end);
      if (nameEnd < 0) return false;
      const name = buffer.toString('latin1', position + 1, nameEnd);
      position = nameEnd;
      if (buffer[nameEnd + 1] !== colon) continue;
      const valueStart = buffer[nameEnd + 2] === space ? nameEnd + 3 : nameEnd + 2;
      const slot = slotOf(buffer, valueStart, name, keys);
      if (slot === null) continue;
      if (seen.has(name)) return false;
      seen.add(name);
      const inside = isNumber(slot) ? valueStart : valueStart + 1;
      const behind = slotEnd(slot, buffer, inside, end);
      if (behind < 0 || (slot === 'text' && behind === inside)) return false;
      literals.push(Buffer.from(buffer.subarray(literalStart, inside)));
      slots.push(slot);
      literalStart = behind;
      position = isNumber(slot) || slot === 'numbers' ? behind - 1 : behind;
    }
    if (keys.text !== null && !slots.includes('text')) return false;
    if (keys.count !== null && !slots.includes('count')) return false;
    literals.push(Buffer.from(buffer.subarray(literalStart, end)));
    this.#literals = literals;
    this.#slots = slots;
    return true;
  }

  /** Whether the event has the learned shape, with any text where that has one; `count`, `input` and `escapedText` then say what it holds. */
  matches(buffer: Buffer, start: number, end: number): boolean {
    const slots = this.#slots;
    if (slots.length === 0) return false;
    let position = start;
    this.count = -1;
    this.input = -1;
    this.#textStart = start;
    this.#textEnd = start;
    for (let index = 0; index < slots.length; index++) {
      const inside = behindLiteral(buffer, position, end, this.#literals[index] as Buffer);
      if (inside < 0) return false;
      const slot = slots[index] as Slot;
      position = slotEnd(slot, buffer, inside, end);
      if (position < 0) return false;
      if (slot === 'text') {
        if (position === inside) return false;
        this.#textStart = inside;
        this.#textEnd = position;
      } else if (slot === 'count') this.count = wholeNumber(buffer, inside, position);
      else if (slot === 'input') this.input = wholeNumber(buffer, inside, position);
    }
    return behindLiteral(buffer, position, end, this.#literals[slots.length] as Buffer) === end;
  }

  /** Whether the text of the last match, or the lack of one, is nothing but U+FFFD. */
  textIsReplacement(buffer: Buffer): boolean {
    return onlyReplacement(buffer, this.#textStart, this.#textEnd);
  }

  /** The text of the last match as it stands between its quotes, escapes and all. */
  escapedText(buffer: Buffer): string {
    return buffer.toString('utf8', this.#textStart, this.#textEnd);
  }
}

const isNumber = (slot: Slot): boolean => slot === 'number' || slot === 'count' || slot === 'input';

function slotOf(buffer: Buffer, valueStart: number, name: string, keys: TemplateKeys): Slot | null {
  const first = buffer[valueStart] as number;
  if (name === keys.text) return first === quote ? 'text' : null;
  if (name === keys.count) return isDigitByte(first) ? 'count' : null;
  if (name === keys.input) return isDigitByte(first) ? 'input' : null;
  if (!keys.ignored.includes(name)) return null;
  if (first === quote) return 'string';
  if (first === openingBracket) return 'numbers';
  return first === 0x2d || isDigitByte(first) ? 'number' : null;
}

const isDigitByte = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Longer counts could leave the whole numbers that are exact. */
const countDigits = 15;

/** Where the slot's value ends (a string's before its closing quote); -1 when it holds none of its kind. */
function slotEnd(slot: Slot, buffer: Buffer, inside: number, end: number): number {
  switch (slot) {
    case 'text':
    case 'string':
      return stringEnd(buffer, inside, end);
    case 'number':
      return numberEnd(buffer, inside, end);
    case 'numbers':
      return numberListEnd(buffer, inside, end);
    case 'count':
    case 'input': {
      const behind = digitsEnd(buffer, inside, end);
      const zeroFirst = buffer[inside] === 0x30 && behind > inside + 1;
      return behind === inside || behind - inside > countDigits || zeroFirst ? -1 : behind;
    }
  }
}

/** Behind the literal, or -1 when other bytes stand there. */
function behindLiteral(buffer: Buffer, start: number, end: number, literal: Buffer): number {
  const behind = start + literal.length;
  return behind <= end && bytesAt(buffer, start, literal) ? behind : -1;
}
