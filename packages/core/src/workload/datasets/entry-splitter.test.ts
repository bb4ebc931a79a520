import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ArraySplitter } from './array-splitter.ts';
import type { EntrySplitter } from './entry-splitter.ts';
import { maximumEntryBytes } from './held-bytes.ts';
import { LineSplitter } from './line-splitter.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** The bytes in pieces of these lengths, over and over. */
function pieces(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const cut: Uint8Array[] = [];
  for (let start = 0, turn = 0; start < bytes.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    cut.push(bytes.subarray(start, start + length));
    start += length;
  }
  return cut;
}

function entriesOf(splitter: EntrySplitter, text: string, lengths: readonly number[] = [7]): string[] {
  const entries = pieces(encode(text), lengths).flatMap((piece) => [...splitter.push(piece)]);
  entries.push(...splitter.end());
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
  return entries.map(({ bytes }) => decode(bytes));
}

const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
const letters = fc.string({ unit: 'grapheme', maxLength: 30 });

test('a file cut anywhere, also inside a character, has the same lines', () => {
  const line = letters.map((text) => text.replaceAll(/[\r\n]/g, ''));
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      cuts,
      (lines, ending, closed, lengths) => {
        // A file that does not end its last line has it all the same, unless it is empty.
        const last = lines.at(-1) === '' ? [...lines, 'x'] : lines;
        const text = last.join(ending) + (closed ? ending : '');
        expect(entriesOf(new LineSplitter('lines.txt'), text, lengths)).toEqual(last);
      },
    ),
  );
});

test('a JSON array cut anywhere has the same items, however it is spaced', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.jsonValue(), letters)),
      fc.constantFrom(undefined, 1, '\t'),
      cuts,
      (values, indent, lengths) => {
        const text = `\uFEFF ${JSON.stringify(values, null, indent)}\r\n`;
        const items = entriesOf(new ArraySplitter('array.json'), text, lengths);
        expect(items.map((item) => JSON.parse(item))).toEqual(JSON.parse(JSON.stringify(values)));
      },
    ),
  );
});

test('brackets, commas and escaped quotes inside a string cut nothing', () => {
  const value = [{ text: 'a "quoted" ] , [ } { \\' }, { text: '\\"' }];
  const items = entriesOf(new ArraySplitter('array.json'), JSON.stringify(value), [1]);
  expect(items.map((item) => JSON.parse(item))).toEqual(value);
});

test.each([
  ['[1, 2', 'is no complete JSON array: the file is cut off in entry 2'],
  ['', 'is no complete JSON array: it is empty'],
  ['{"a": 1}', 'is no JSON array: it does not begin with "["'],
  ['[1] [2]', 'is no JSON array: there is more behind its end'],
])('of the array %j it is told what is broken', (text, told) => {
  const read = () => entriesOf(new ArraySplitter('array.json'), text);
  expect(read).toThrow(`the dataset array.json cannot be read: it ${told}`);
});

test('an empty array has no items, a comma too many is an empty one', () => {
  expect(entriesOf(new ArraySplitter('array.json'), ' [ \n ] ')).toEqual([]);
  expect(entriesOf(new ArraySplitter('array.json'), '[1,,2,]')).toEqual(['1', '', '2', '']);
});

test.each([
  ['line', () => new LineSplitter('big.txt'), ''],
  ['entry', () => new ArraySplitter('big.txt'), '['],
])('one %s that never ends is refused before it fills the memory', (unit, make, start) => {
  const splitter = make();
  const piece = new Uint8Array(8 * 1024 ** 2).fill(0x61);
  const read = () => {
    for (const _ of splitter.push(encode(start))) expect.unreachable();
    for (let held = 0; held <= maximumEntryBytes; held += piece.length) [...splitter.push(piece)];
  };
  expect(read).toThrow(`${unit} 1 is longer than 67108864 bytes, or never ends`);
});
