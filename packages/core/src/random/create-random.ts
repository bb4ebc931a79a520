import { hashText } from './hash-text.ts';
import { mix64, splitmix64 } from './splitmix64.ts';
import { add64, multiply64, type Word64, word64, xor64 } from './word64.ts';
import { type XoshiroState, xoshiro128StarStar } from './xoshiro128.ts';

/** A seeded stream of random numbers: the same seed gives the same numbers on every machine. Not for secrets. */
export type Random = {
  /** Uniform in [0, 1), 53 bits. */
  next(): number;
  /** A uniform whole number in [0, maxExclusive). Throws RangeError unless the bound is a positive whole number. */
  integer(maxExclusive: number): number;
  /** Exponentially distributed with this mean, in the mean's unit. */
  exponential(mean: number): number;
  /** 64 random bits as 16 hexadecimal digits. */
  salt64(): string;
  /**
   * An independent stream with a name or an index. It depends on this stream's seed and the label only, never on
   * how many numbers were taken before, so workers that fork in different orders agree.
   */
  fork(label: string | number): Random;
};

/** A generator from a seed. A text and a number are different seeds even where they look alike (`'7'` and `7n`). */
export function createRandom(seed: bigint | string): Random {
  return new SeededRandom(typeof seed === 'string' ? mix64(hashText(seed)) : wordFromBigint(seed));
}

// Keys of children leave the root's own splitmix sequence by these words, else fork(0) would start inside it.
const nameDomain = word64(0x6a09e667, 0xf3bcc908);
const indexDomain = word64(0xbb67ae85, 0x84caa73b);
const oddStep = word64(0xd1342543, 0xde82ef95);
const two32 = 2 ** 32;

class SeededRandom implements Random {
  readonly #key: Word64;
  readonly #state: XoshiroState;

  constructor(key: Word64) {
    this.#key = key;
    this.#state = stateFromKey(key);
  }

  next(): number {
    const upper = xoshiro128StarStar(this.#state) >>> 5;
    const lower = xoshiro128StarStar(this.#state) >>> 6;
    return (upper * 2 ** 26 + lower) / 2 ** 53;
  }

  integer(maxExclusive: number): number {
    if (!Number.isSafeInteger(maxExclusive) || maxExclusive < 1) {
      throw new RangeError(`a random whole number needs a positive whole bound, not ${maxExclusive}`);
    }
    return Math.floor(this.next() * maxExclusive);
  }

  exponential(mean: number): number {
    // 1 - next() lies in (0, 1], so the logarithm is finite.
    return -mean * Math.log(1 - this.next());
  }

  salt64(): string {
    return hexadecimal(xoshiro128StarStar(this.#state)) + hexadecimal(xoshiro128StarStar(this.#state));
  }

  fork(label: string | number): Random {
    const place =
      typeof label === 'string'
        ? xor64(mix64(hashText(label)), nameDomain)
        : xor64(multiply64(wordFromNumber(label), oddStep), indexDomain);
    return new SeededRandom(mix64(add64(mix64(this.#key), place)));
  }
}

function stateFromKey(key: Word64): XoshiroState {
  const [first, second] = splitmix64(key, 2);
  // splitmix64 is a bijection, so two successive outputs are never both zero.
  return Uint32Array.of(first?.low ?? 0, first?.high ?? 0, second?.low ?? 0, second?.high ?? 0);
}

function wordFromBigint(value: bigint): Word64 {
  const bits = BigInt.asUintN(64, value);
  return word64(Number(bits >> 32n), Number(bits & 0xffffffffn));
}

function wordFromNumber(value: number): Word64 {
  return word64(Math.floor(value / two32), value % two32);
}

function hexadecimal(word: number): string {
  return word.toString(16).padStart(8, '0');
}
