import { expect, test } from 'vitest';
import { mergedBody } from './merged-body.ts';

test('objects are merged field by field, and what a person says wins', () => {
  const own = { text: 'x', sampling_params: { max_new_tokens: 128, temperature: 0, ignore_eos: true } };
  const extra = { sampling_params: { temperature: 0.7, top_p: 0.9 }, priority: 1 };
  expect(mergedBody(own, extra)).toEqual({
    text: 'x',
    priority: 1,
    sampling_params: { max_new_tokens: 128, temperature: 0.7, ignore_eos: true, top_p: 0.9 },
  });
});

test('lists and plain values replace what stood there, and nothing that was given is changed', () => {
  const own = { stop: ['a', 'b'], options: { a: 1 }, n: 1 };
  expect(mergedBody(own, { stop: ['c'], options: null, n: { x: 1 } })).toEqual({
    stop: ['c'],
    options: null,
    n: { x: 1 },
  });
  expect(own).toEqual({ stop: ['a', 'b'], options: { a: 1 }, n: 1 });
});
