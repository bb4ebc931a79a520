import { createInterface } from 'node:readline/promises';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { wordsOf } from '../words/words-of.ts';
import { askOne, askSeveral } from './ask.ts';

const answers = ['a', 'b', 'c'].map((value) => ({ value, text: value }));

/** Lines that a person types, and what was asked so far. */
function typed(...said: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.on('data', (piece: Buffer) => {
    shown += piece.toString();
    if (/\] $/.test(shown)) input.write(`${said[asked++] ?? ''}\n`);
  });
  let asked = 0;
  const asking = { prompt: createInterface({ input, output }), words: wordsOf('en').init };
  return { lines: asking, shown: () => shown };
}

test('an empty line takes the usual answer, a number another', async () => {
  expect(await askOne(typed('').lines, { question: 'Which?', answers, usual: 2 })).toBe('b');
  expect(await askOne(typed('3').lines, { question: 'Which?', answers, usual: 2 })).toBe('c');
});

test('what is no number of an answer is asked again, with a word on what would be one', async () => {
  const { lines, shown } = typed('7', 'x', '1');
  expect(await askOne(lines, { question: 'Which?', answers, usual: 2 })).toBe('a');
  expect(shown()).toContain('One number from 1 to 3');
});

test('several numbers may be given, and an empty line takes all', async () => {
  expect(await askSeveral(typed('3, 1').lines, { question: 'Which?', answers })).toEqual(['c', 'a']);
  expect(await askSeveral(typed('').lines, { question: 'Which?', answers })).toEqual(['a', 'b', 'c']);
});
