/** Reading of JSON values in bytes, as strict as a JSON parser: what is not certain is no value. */
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const closingBracket = 0x5d;

/** The position of the quote that ends the string whose inside begins at `start`; -1 when it is cut or not valid JSON. */
export function stringEnd(buffer: Buffer, start: number, end: number): number {
  for (let position = start; position < end; position++) {
    const byte = buffer[position] as number;
    if (byte === quote) return position;
    if (byte < 0x20) return -1;
    if (byte !== backslash) continue;
    position = escapeEnd(buffer, position + 1, end);
    if (position < 0) return -1;
  }
  return -1;
}

/** Behind the number that begins at `start`; -1 when none does. */
export function numberEnd(buffer: Buffer, start: number, end: number): number {
  let position = buffer[start] === 0x2d ? start + 1 : start;
  const leadingZero = buffer[position] === 0x30;
  const whole = digitsEnd(buffer, position, end);
  if (whole === position || (leadingZero && whole > position + 1)) return -1;
  position = whole;
  if (position < end && buffer[position] === 0x2e) {
    const fraction = digitsEnd(buffer, position + 1, end);
    if (fraction === position + 1) return -1;
    position = fraction;
  }
  if (position >= end || ((buffer[position] as number) | 0x20) !== 0x65) return position;
  const signed = buffer[position + 1] === 0x2b || buffer[position + 1] === 0x2d;
  const exponent = signed ? position + 2 : position + 1;
  const behind = digitsEnd(buffer, exponent, end);
  return behind === exponent ? -1 : behind;
}

/** Behind the closing bracket of a list of numbers without spaces, whose inside begins at `start`; -1 for another list. */
export function numberListEnd(buffer: Buffer, start: number, end: number): number {
  if (buffer[start] === closingBracket && start < end) return start + 1;
  let position = start;
  while (position < end) {
    position = numberEnd(buffer, position, end);
    if (position < 0 || position >= end) return -1;
    if (buffer[position] === closingBracket) return position + 1;
    if (buffer[position] !== comma) return -1;
    position++;
  }
  return -1;
}

/** The whole number in these bytes, which are digits. */
export function wholeNumber(buffer: Buffer, start: number, end: number): number {
  let value = 0;
  for (let position = start; position < end; position++) {
    value = value * 10 + (buffer[position] as number) - 0x30;
  }
  return value;
}

/** Behind the digits from `start` on. */
export function digitsEnd(buffer: Buffer, start: number, end: number): number {
  let position = start;
  while (position < end && isDigit(buffer[position] as number)) position++;
  return position;
}

/** The last byte of the escape whose letter stands at `position`; -1 when it is none. */
function escapeEnd(buffer: Buffer, position: number, end: number): number {
  if (position >= end) return -1;
  const letter = buffer[position] as number;
  if (letter !== 0x75) return simpleEscapes.includes(letter) ? position : -1;
  if (position + 4 >= end) return -1;
  for (let digit = position + 1; digit <= position + 4; digit++) {
    if (!isHexDigit(buffer[digit] as number)) return -1;
  }
  return position + 4;
}

/** What may follow a backslash beside `u`. */
const simpleEscapes = Buffer.from('"\\/bfnrt');

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isHexDigit = (byte: number): boolean =>
  isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** From so many bytes on the call of the native comparison costs less than a loop. */
const nativeFrom = 32;

/** Whether exactly the expected bytes stand at `start`; the buffer must reach as far as they do. */
export function bytesAt(buffer: Buffer, start: number, expected: Buffer): boolean {
  if (expected.length >= nativeFrom)
    return (
      buffer[start + nativeFrom - 1] === expected[nativeFrom - 1] &&
      expected.compare(buffer, start, start + expected.length) === 0
    );
  for (let index = 0; index < expected.length; index++) {
    if (buffer[start + index] !== expected[index]) return false;
  }
  return true;
}

/** Whether the inside of a string is EF BF BD again and again (or its escape): an unfinished character. */
export function onlyReplacement(buffer: Buffer, start: number, end: number): boolean {
  if (buffer[start] === backslash) return /^(\\u[fF]{3}[dD])+$/.test(buffer.toString('latin1', start, end));
  if (buffer[start] !== 0xef || (end - start) % 3 !== 0) return false;
  for (let position = start; position < end; position += 3) {
    if (buffer[position] !== 0xef || buffer[position + 1] !== 0xbf || buffer[position + 2] !== 0xbd)
      return false;
  }
  return true;
}
