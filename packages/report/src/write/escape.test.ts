import { expect, test } from 'vitest';
import { cleanLine, cleanText } from './clean-text.ts';
import { escapeHtml } from './escape-html.ts';
import { escapeMarkdown, fencedMarkdown } from './escape-markdown.ts';

test('HTML and quotes become text', () => {
  expect(escapeHtml(`<script>alert("1")</script> & 'x'`)).toBe(
    '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;',
  );
});

test('escape sequences, other controls and marks that turn text around lose their power', () => {
  expect(cleanLine('\u001b[31mred\u001b[0m\u0007 \u009b2J \u202eabc')).toBe('�[31mred�[0m� �2J �abc');
});

test('one line stays one line', () => {
  expect(cleanLine('a\r\nb\nc\td\u2028e')).toBe('a b c d e');
});

test('an answer keeps its lines, its emoji and its Hangul', () => {
  expect(cleanText('봄\r\n\t🌸 👨‍👩‍👧\rend')).toBe('봄\n\t🌸 👨‍👩‍👧\nend');
});

test('a lone surrogate is replaced', () => {
  expect(cleanText('a\ud800b')).toBe('a�b');
});

test.each([
  ['a | b', 'a \\| b'],
  ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
  ['[link](x) ![image](y)', '\\[link\\](x) !\\[image\\](y)'],
  ['<img src=x onerror=y>', '&lt;img src=x onerror=y&gt;'],
  ['back\\slash', 'back\\\\slash'],
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['&lt;', '&amp;lt;'],
  ['see https://evil.example or www.evil.example', 'see https&#58;//evil.example or www&#46;evil.example'],
  ['line\nbreak', 'line break'],
])('Markdown text %j becomes %j', (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

test('a fence is longer than the backticks in the text', () => {
  expect(fencedMarkdown('a\n````\nb')).toBe('`````text\na\n````\nb\n`````');
});
