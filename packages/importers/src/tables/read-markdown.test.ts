import { expect, test } from 'vitest';
import { plainText, withoutRemark } from './plain-text.ts';
import { readMarkdown } from './read-markdown.ts';

test('headings, tables, fences and labelled items are told apart', () => {
  const text = [
    '## 1. *Host*',
    '- **GPU**: RTX 5090 (Blackwell)',
    '',
    '| **a** | b |',
    '|---|:--:|',
    '| `x` \\| y | ✅ **good** |',
    'after',
    '```yaml',
    '# no heading | no table',
    '```',
  ].join('\n');
  expect(readMarkdown(text)).toEqual([
    { kind: 'heading', line: 1, text: '1. *Host*' },
    { kind: 'fact', line: 2, label: 'GPU', value: 'RTX 5090 (Blackwell)' },
    { kind: 'text', line: 3, text: '' },
    { kind: 'table', line: 4, columns: ['a', 'b'], rows: [['x | y', 'good']] },
    { kind: 'text', line: 7, text: 'after' },
    { kind: 'fence', line: 8, lines: ['# no heading | no table'] },
  ]);
});

test('a fence that is never closed reaches to the end', () => {
  expect(readMarkdown('```\none\ntwo')).toEqual([{ kind: 'fence', line: 1, lines: ['one', 'two'] }]);
});

test('a line with a bar above dashes without one is no table', () => {
  expect(readMarkdown('a | b\n---').map(({ kind }) => kind)).toEqual(['text', 'text']);
});

test('a rule of dashes under a line without bars is no table', () => {
  expect(readMarkdown('title\n-----').map(({ kind }) => kind)).toEqual(['text', 'text']);
});

test('Markdown, links and emoji are taken off a text, its words stay', () => {
  expect(plainText('⭐⭐ **[vLLM](http://x/y)** is `fast`  ✅')).toBe('vLLM is fast');
});

test('a remark at the end is told from the text', () => {
  expect(withoutRemark('RTX 5090 (Blackwell)')).toEqual({ text: 'RTX 5090', remark: 'Blackwell' });
  expect(withoutRemark('(alone)')).toEqual({ text: '(alone)', remark: null });
});
