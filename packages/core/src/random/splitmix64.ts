import { add64, multiply64, shiftRight64, type Word64, word64, xor64 } from './word64.ts';

// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014); constants of Vigna's splitmix64.c.
const goldenGamma = word64(0x9e3779b9, 0x7f4a7c15);
const firstMultiplier = word64(0xbf58476d, 0x1ce4e5b9);
const secondMultiplier = word64(0x94d049bb, 0x133111eb);

/** The finaliser of splitmix64: a bijection of 64 bits in which each input bit flips about half of the output. */
export function mix64(word: Word64): Word64 {
  const first = multiply64(xor64(word, shiftRight64(word, 30)), firstMultiplier);
  const second = multiply64(xor64(first, shiftRight64(first, 27)), secondMultiplier);
  return xor64(second, shiftRight64(second, 31));
}

/** The first `count` outputs of splitmix64 from a seed; it fills the state of the main generator. */
export function splitmix64(seed: Word64, count: number): readonly Word64[] {
  const outputs: Word64[] = [];
  let state = seed;
  for (let index = 0; index < count; index++) {
    state = add64(state, goldenGamma);
    outputs.push(mix64(state));
  }
  return outputs;
}
