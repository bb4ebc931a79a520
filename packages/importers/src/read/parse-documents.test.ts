import { expect, test } from 'vitest';
import { parseDocuments } from './parse-documents.ts';

const parse = (text: string): readonly unknown[] => parseDocuments({ name: 'run.json', text });

test('one document, and one a line, are read', () => {
  expect(parse('{"a": 1}')).toEqual([{ a: 1 }]);
  expect(parse('{"a": 1}\n{"a": 2}\r\n\n')).toEqual([{ a: 1 }, { a: 2 }]);
});

test("Python's infinite and not-a-number are read, and texts that hold these words stay as they are", () => {
  const text = '{"rate": Infinity, "low": -Infinity, "mean": NaN, "say": "NaN, \\"Infinity\\" and beyond"}';
  expect(parse(text)).toEqual([
    { rate: 'Infinity', low: '-Infinity', mean: null, say: 'NaN, "Infinity" and beyond' },
  ]);
});

test.each([
  ['{"a": [1, 2', 'run.json is cut or no JSON: '],
  ['{"a": 1}\n{"a": 2}\n{"a"', 'run.json is cut or no JSON in line 3: '],
  ['hello', 'run.json is cut or no JSON: '],
])('%j is refused in one sentence that says where', (text, message) => {
  expect(() => parse(text)).toThrow(message);
  expect(() => parse(text)).toThrow(expect.objectContaining({ exitCode: 2, code: 'import-not-json' }));
});
