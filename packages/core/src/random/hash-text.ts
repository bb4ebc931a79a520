import { multiply64, type Word64, word64 } from './word64.ts';

const offsetBasis = word64(0xcbf29ce4, 0x84222325);
const prime = word64(0x00000100, 0x000001b3);
const encoder = new TextEncoder();

/** FNV-1a with 64 bits over the text's UTF-8 bytes; names a stream, protects nothing. */
export function hashText(text: string): Word64 {
  let hash = offsetBasis;
  for (const byte of encoder.encode(text)) {
    hash = multiply64(word64(hash.high, hash.low ^ byte), prime);
  }
  return hash;
}
