import { assertNever } from '@kneepoint/core';
import type { Block, Cell, Column, ReportDocument } from '../model/document.ts';
import { escapeHtml } from './escape-html.ts';
import { escapeMarkdown, fencedMarkdown } from './escape-markdown.ts';

/** The document as GitHub-flavoured Markdown. Charts are references to `./NAME.svg` beside it. */
export function writeMarkdown(document: ReportDocument): string {
  const parts = [
    `# ${escapeMarkdown(document.title)}`,
    escapeMarkdown(document.subtitle),
    ...document.blocks.map(writeBlock),
    '---',
    `*${escapeMarkdown(document.colophon)}*`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return escapeMarkdown(block.text);
    case 'list':
      return block.items.map((item) => `- ${writeCell(item)}`).join('\n');
    case 'table':
      return [
        writeTable(block.columns, block.rows),
        ...block.notes.map((note) => `*${escapeMarkdown(note)}*`),
      ].join('\n\n');
    case 'code':
      return fencedMarkdown(block.text);
    case 'excerpt':
      return [
        `**${escapeMarkdown(block.title)}**`,
        `> ${escapeMarkdown(block.prompt)}`,
        fencedMarkdown(block.text),
      ].join('\n\n');
    case 'chart':
      return `**${escapeMarkdown(block.title)}**\n\n![${escapeMarkdown(block.title)}](./${block.name}.svg)`;
    case 'details':
      return [
        `<details>\n<summary>${escapeHtml(block.summary)}</summary>`,
        ...block.blocks.map(writeBlock),
        '</details>',
      ].join('\n\n');
    default:
      return assertNever(block);
  }
}

function writeTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => escapeMarkdown(column.title))),
    line(columns.map((column) => (column.align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(writeCell))),
  ].join('\n');
}

/** The best of a row is bold; an invalid figure is italic, so that it looks different even without its trust cell. */
function writeCell({ text, tone, note }: Cell): string {
  const escaped = escapeMarkdown(text);
  const marked =
    escaped === '' ? '' : tone === 'best' ? `**${escaped}**` : tone === 'invalid' ? `*${escaped}*` : escaped;
  return note === null ? marked : `${marked} (${escapeMarkdown(note)})`;
}
