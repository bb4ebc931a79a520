/** Four unsigned 32-bit words, not all zero. */
export type XoshiroState = Uint32Array;

/**
 * One step of xoshiro128** (Blackman and Vigna, 2018), in place: an unsigned 32-bit output.
 * Chosen because it needs 32-bit arithmetic only, which is what JavaScript engines do fast.
 */
export function xoshiro128StarStar(state: XoshiroState): number {
  const word0 = state[0] ?? 0;
  const word1 = state[1] ?? 0;
  const word2 = (state[2] ?? 0) ^ word0;
  const word3 = (state[3] ?? 0) ^ word1;
  const output = Math.imul(rotateLeft(Math.imul(word1, 5), 7), 9) >>> 0;
  state[1] = word1 ^ word2;
  state[0] = word0 ^ word3;
  state[2] = word2 ^ (word1 << 9);
  state[3] = rotateLeft(word3, 11);
  return output;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
