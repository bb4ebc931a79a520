/** An unsigned 64-bit word as two unsigned 32-bit halves: exact in doubles, and far cheaper than BigInt. */
export type Word64 = { readonly high: number; readonly low: number };

/** A word from two halves, each taken modulo 2^32. */
export function word64(high: number, low: number): Word64 {
  return { high: high >>> 0, low: low >>> 0 };
}

/** The sum modulo 2^64. */
export function add64(left: Word64, right: Word64): Word64 {
  const low = left.low + right.low;
  return word64(left.high + right.high + (low > 0xffffffff ? 1 : 0), low);
}

/** The bitwise exclusive or. */
export function xor64(left: Word64, right: Word64): Word64 {
  return word64(left.high ^ right.high, left.low ^ right.low);
}

/** The low 64 bits of the product. */
export function multiply64(left: Word64, right: Word64): Word64 {
  const carried = multiplyHigh32(left.low, right.low);
  const high = carried + Math.imul(left.high, right.low) + Math.imul(left.low, right.high);
  return word64(high, Math.imul(left.low, right.low));
}

/** Shifts right by 1 to 31 bits. */
export function shiftRight64(word: Word64, bits: number): Word64 {
  return word64(word.high >>> bits, (word.low >>> bits) | (word.high << (32 - bits)));
}

/** The upper 32 bits of a 32 x 32 bit product, from 16-bit halves because a double holds only 53 bits. */
function multiplyHigh32(left: number, right: number): number {
  const leftLow = left & 0xffff;
  const leftHigh = left >>> 16;
  const rightLow = right & 0xffff;
  const rightHigh = right >>> 16;
  const middle = leftHigh * rightLow + ((leftLow * rightLow) >>> 16);
  const carry = leftLow * rightHigh + (middle % 0x10000);
  return leftHigh * rightHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000);
}
