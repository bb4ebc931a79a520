import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planText } from './plan-text.ts';

test('what fits on a line stands on one', () => {
  expect(planText({ a: [1, 2], b: { kind: 'text', text: 'x' } }, 40)).toBe(
    '{\n  "a": [1, 2],\n  "b": { "kind": "text", "text": "x" }\n}',
  );
});

test('the text is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 80 }), (value, columns) => {
      expect(JSON.parse(planText(value, columns))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
