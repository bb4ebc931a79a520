import { expect, test } from 'vitest';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { korean } from './korean.ts';

/** Every text of a language by its path; what takes values is asked with values that are seen in the text. */
function textsOf(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (isText(value)) return textsOf(answerOf(value), `${path}()`);
  if (Array.isArray(value)) return joined(value.map((part, index) => textsOf(part, `${path}[${index}]`)));
  if (typeof value === 'object' && value !== null)
    return joined(
      Object.entries(value).map(([key, part]) => textsOf(part, path === '' ? key : `${path}.${key}`)),
    );
  return new Map();
}

type TextWithValues = (...values: readonly unknown[]) => unknown;

const isText = (value: unknown): value is TextWithValues => typeof value === 'function';

const joined = (maps: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, string> =>
  new Map(maps.flatMap((map) => [...map]));

/** An object that has every key, with a name behind it, or a list of names. */
const anything: unknown = new Proxy(
  {},
  {
    get: (_target, key) => {
      if (key === 'served' || key === 'problems') return ['vllm', 'sglang', 'tgi'];
      return typeof key === 'string' && /^is|^with/.test(key) ? false : 'vllm';
    },
  },
);

/** What a text with values says; `null` where it wants values of its own kind. */
function answerOf(text: TextWithValues): unknown {
  const many = ['vllm', 'sglang', 'tgi'];
  for (const value of [anything, 7, 'vllm', many]) {
    try {
      return text(...Array.from({ length: Math.max(1, text.length) }, () => value));
    } catch {
      // Another kind of value is tried.
    }
  }
  return null;
}

const texts = { en: textsOf(english), ko: textsOf(korean), zh: textsOf(chinese) };
/** Three words in a row are a sentence; names, units and commands are not. */
const sentence = /(?:^|[ (])(?:[a-z]{2,} ){3}[a-z]{2,}/;
const command = /kneepoint [a-z]+|\$ |--[a-z]|^sudo |^docker /;

test('every language says the same things', () => {
  const keys = [...texts.en.keys()].map(plain).sort();
  expect(keys.length).toBeGreaterThan(150);
  expect([...texts.ko.keys()].map(plain).sort()).toEqual(keys);
  expect([...texts.zh.keys()].map(plain).sort()).toEqual(keys);
});

/** How many hints a language has for a trouble is its own affair. */
const plain = (key: string): string => key.replace(/\.(?:tries|commands)\[\d+\]$/, '.$1');

test.each(['ko', 'zh'] as const)('no sentence of %s is left in English', (language) => {
  for (const [key, text] of texts[language]) if (!command.test(text)) expect(text, key).not.toMatch(sentence);
});

test('no sentence of Korean or Chinese is that of English', () => {
  for (const language of ['ko', 'zh'] as const)
    for (const [key, text] of texts[language]) {
      const same = texts.en.get(key);
      if (same !== undefined && same.split(' ').length > 3 && !command.test(same))
        expect(text, key).not.toBe(same);
    }
});

test('Korean has no pair of particles left to choose from', () => {
  for (const [key, text] of texts.ko)
    expect(text, key).not.toMatch(/(?:은\/는|이\/가|을\/를|\((?:은|는|이|가|을|를|으)\))/);
});
