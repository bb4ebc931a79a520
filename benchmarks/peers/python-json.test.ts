import { expect, test } from 'vitest';
import { parsePythonJson } from './python-json.ts';

test('Infinity and NaN of Python become null, in lists as well', () => {
  expect(parsePythonJson('{"rate": Infinity, "low": -Infinity, "all": [NaN, 1, Infinity]}')).toEqual({
    rate: null,
    low: null,
    all: [null, 1, null],
  });
});

test('the words inside a text stay', () => {
  expect(parsePythonJson('{"name": "to Infinity, and NaN"}')).toEqual({ name: 'to Infinity, and NaN' });
});

test('what is not JSON is refused', () => {
  expect(() => parsePythonJson('{"a": Unlimited}')).toThrow(SyntaxError);
});
