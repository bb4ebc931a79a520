import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from './create-random.ts';
import { hashText } from './hash-text.ts';
import { splitmix64 } from './splitmix64.ts';
import { multiply64, type Word64, word64 } from './word64.ts';
import { xoshiro128StarStar } from './xoshiro128.ts';

const asBigint = (word: Word64): bigint => (BigInt(word.high) << 32n) | BigInt(word.low);
const asWord = (value: bigint): Word64 => word64(Number(value >> 32n), Number(value & 0xffffffffn));

test('splitmix64 gives the published outputs for the seed 1234567', () => {
  expect(splitmix64(asWord(1234567n), 5).map(asBigint)).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
    4593380528125082431n,
    16408922859458223821n,
  ]);
});

test('xoshiro128** gives the reference outputs for the state 1, 2, 3, 4', () => {
  const state = Uint32Array.of(1, 2, 3, 4);
  expect(Array.from({ length: 10 }, () => xoshiro128StarStar(state))).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test.each([
  ['', 0xcbf29ce484222325n],
  ['a', 0xaf63dc4c8601ec8cn],
  ['foobar', 0x85944171f73967e8n],
])('the text hash of %j is the published FNV-1a value', (text, expected) => {
  expect(asBigint(hashText(text))).toBe(expected);
});

test('a 64-bit product agrees with BigInt for every pair of words', () => {
  const word = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  fc.assert(
    fc.property(word, word, (left, right) => {
      expect(asBigint(multiply64(asWord(left), asWord(right)))).toBe(BigInt.asUintN(64, left * right));
    }),
  );
});

test('a fork is the same whatever was taken from its parent before', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.nat(50), fc.oneof(fc.string(), fc.nat()), (seed, taken, label) => {
      const fresh = createRandom(seed);
      const used = createRandom(seed);
      for (let index = 0; index < taken; index++) used.next();
      expect(used.fork(label).salt64()).toBe(fresh.fork(label).salt64());
    }),
  );
});

test('ten thousand indexed forks, named forks and their parent all differ', () => {
  const parent = createRandom('run');
  const salts = new Set([parent.salt64()]);
  for (let index = 0; index < 10_000; index++) salts.add(createRandom('run').fork(index).salt64());
  for (let index = 0; index < 1_000; index++) salts.add(createRandom('run').fork(`worker-${index}`).salt64());
  expect(salts.size).toBe(11_001);
});

test('a salt is 16 hexadecimal digits', () => {
  fc.assert(
    fc.property(fc.bigInt(), (seed) => {
      expect(createRandom(seed).salt64()).toMatch(/^[0-9a-f]{16}$/);
    }),
  );
});

test('uniform numbers fill ten bins evenly', () => {
  const random = createRandom(7n);
  const bins = new Array<number>(10).fill(0);
  for (let index = 0; index < 100_000; index++) {
    const bin = random.integer(10);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const chiSquare = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  // The 99.9 % point of chi square with nine degrees of freedom.
  expect(chiSquare).toBeLessThan(27.88);
});

test('exponential numbers have the asked mean, and as much deviation', () => {
  const random = createRandom(11n);
  const values = Array.from({ length: 100_000 }, () => random.exponential(250));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  expect(mean / 250).toBeCloseTo(1, 1);
  expect(deviation / mean).toBeCloseTo(1, 1);
  expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(0);
});

test('neighbouring indexed forks are uncorrelated in their first number', () => {
  const firsts = Array.from({ length: 20_000 }, (_, index) => createRandom(3n).fork(index).next());
  let products = 0;
  for (let index = 1; index < firsts.length; index++) {
    products += ((firsts[index] ?? 0) - 0.5) * ((firsts[index - 1] ?? 0) - 0.5);
  }
  expect(Math.abs(products / (firsts.length / 12))).toBeLessThan(0.03);
});

test.each([0, -1, 1.5, Number.NaN])('a bound of %s is refused', (bound) => {
  expect(() => createRandom(1n).integer(bound)).toThrow(RangeError);
});
