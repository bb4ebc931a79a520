import { assertNever } from '@kneepoint/core';
import type { PageWords } from '../catalogue/page-words.ts';
import type { Block, Cell, Column, ReportDocument } from '../model/document.ts';
import { escapeHtml } from './escape-html.ts';
import { escapeMarkdown, fencedMarkdown, inlineMarkdown } from './escape-markdown.ts';

/** A table with more rows than this is folded away. */
const mostRows = 40;

/** The document as GitHub-flavoured Markdown. Charts are references to `./NAME.svg` beside it. */
export function writeMarkdown(document: ReportDocument, words: PageWords): string {
  const parts = [
    `# ${escapeMarkdown(document.title)}`,
    escapeMarkdown(document.subtitle),
    ...document.blocks.map((block) => writeBlock(block, words)),
    '---',
    `*${escapeMarkdown(document.colophon)}*`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Behind the signs of a heading a number begins no list. */
const headingText = (text: string): string => escapeMarkdown(text).replace(/^(\d+)\\\./, '$1.');

function writeBlock(block: Block, words: PageWords): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${headingText(block.text)}`;
    case 'paragraph':
      return inlineMarkdown(block.text);
    case 'list':
      return block.items.map((item) => `- ${writeCell(item, words)}`).join('\n');
    case 'table':
      return block.rows.length > mostRows
        ? fold(block.caption ?? words.longTable(block.rows.length), [writeTable(block, words)])
        : writeTable(block, words);
    case 'code':
      return fencedMarkdown(block.text);
    case 'excerpt':
      return [
        `**${escapeMarkdown(block.title)}**`,
        `> ${escapeMarkdown(block.prompt)}`,
        ...(block.text === null ? [] : [fencedMarkdown(block.text)]),
      ].join('\n\n');
    case 'chart':
      return `**${escapeMarkdown(block.title)}**\n\n![${escapeMarkdown(block.title)}](./${block.name}.svg)`;
    case 'details':
      return fold(block.summary, block.blocks.map(unfolded));
    default:
      return assertNever(block);
  }

  /** A fold needs no second fold inside. */
  function unfolded(inner: Block): string {
    return inner.kind === 'table' ? writeTable(inner, words) : writeBlock(inner, words);
  }
}

function fold(summary: string, parts: readonly string[]): string {
  return [`<details>\n<summary>${escapeHtml(summary)}</summary>`, ...parts, '</details>'].join('\n\n');
}

function writeTable({ columns, rows, notes }: Extract<Block, { kind: 'table' }>, words: PageWords): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [
    line(columns.map((column) => escapeMarkdown(column.title))),
    line(columns.map(alignment)),
    ...rows.map((row) => line(row.map((cell) => writeCell(cell, words)))),
  ].join('\n');
  return [table, ...notes.map((note) => `*${inlineMarkdown(note)}*`)].join('\n\n');
}

const alignment = ({ align }: Column): string => (align === 'right' ? '---:' : '---');

/** The best of a row is bold; an invalid figure is italic, so that it looks different even without its trust cell. */
function writeCell({ text, tone, note }: Cell, words: PageWords): string {
  const escaped = inlineMarkdown(text);
  const marked =
    escaped === '' ? '' : tone === 'best' ? `**${escaped}**` : tone === 'invalid' ? `*${escaped}*` : escaped;
  return note === null ? marked : words.aside(marked, inlineMarkdown(note));
}
