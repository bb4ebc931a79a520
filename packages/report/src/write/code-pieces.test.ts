import { expect, test } from 'vitest';
import { textPieces } from './code-pieces.ts';
import { inlineHtml } from './escape-html.ts';
import { inlineMarkdown } from './escape-markdown.ts';

test('what stands between backticks is code, everything else is words', () => {
  expect(textPieces('Set `--dtype half`, then `run`.')).toEqual([
    { kind: 'words', text: 'Set ' },
    { kind: 'code', text: '--dtype half' },
    { kind: 'words', text: ', then ' },
    { kind: 'code', text: 'run' },
    { kind: 'words', text: '.' },
  ]);
  expect(textPieces('one ` alone')).toEqual([{ kind: 'words', text: 'one ` alone' }]);
});

test('code that would end a cell of a table, or itself, stays words', () => {
  for (const text of ['`a|b`', '``', '`a\nb`']) expect(textPieces(text)).toEqual([{ kind: 'words', text }]);
});

test.each([
  ['use `a_b*c` _now_', 'use `a_b*c` \\_now\\_'],
  ['`<img src=x onerror=alert(1)>`', '`<img src=x onerror=alert(1)>`'],
  ['<b> `x`', '&lt;b&gt; `x`'],
])('in Markdown code is as it is and words are escaped: %s', (text, expected) => {
  expect(inlineMarkdown(text)).toBe(expected);
});

test('in HTML nothing in code is markup', () => {
  expect(inlineHtml('`<script>` & `"`')).toBe('<code>&lt;script&gt;</code> &amp; <code>&quot;</code>');
});
