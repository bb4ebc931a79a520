import { assertNever } from '@kneepoint/core';
import type { PageWords } from '../catalogue/page-words.ts';
import type { Block, Cell, ReportDocument } from '../model/document.ts';
import { cleanLine, cleanText } from '../write/clean-text.ts';
import { displayWidth } from './display-width.ts';
import { terminalTable } from './terminal-table.ts';
import { wrapToWidth } from './wrap-width.ts';

/** The document as plain text for a terminal of so many columns. Charts are left to their tables. */
export function writeTerminal(document: ReportDocument, columns: number, { aside }: PageWords): string {
  const parts = [
    underlined(document.title, '═', columns),
    wrapToWidth(cleanLine(document.subtitle), columns),
    ...document.blocks.map((block) => blockLines(block, { columns, aside })),
    wrapToWidth(cleanLine(document.colophon), columns),
  ];
  const texts = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${texts.join('\n\n')}\n`;
}

function underlined(text: string, sign: string, columns: number): string[] {
  const lines = wrapToWidth(cleanLine(text), columns);
  return [...lines, sign.repeat(Math.max(...lines.map(displayWidth)))];
}

type Paper = { readonly columns: number; readonly aside: PageWords['aside'] };

function blockLines(block: Block, paper: Paper): string[] {
  const { columns, aside } = paper;
  switch (block.kind) {
    case 'heading':
      return underlined(block.text, block.level === 2 ? '═' : '─', columns);
    case 'paragraph':
      return wrapToWidth(cleanLine(block.text), columns);
    case 'list':
      return block.items.flatMap((item) => itemLines(item, paper));
    case 'table':
      return [
        ...terminalTable(block.columns, block.rows, { width: columns, aside }),
        ...block.notes.flatMap((note) => ['', ...wrapToWidth(cleanLine(note), columns)]),
      ];
    case 'code':
      return indented(cleanText(block.text).split('\n'));
    case 'excerpt':
      return [
        ...wrapToWidth(cleanLine(block.title), columns),
        ...wrapToWidth(`» ${cleanLine(block.prompt)}`, columns),
        ...(block.text === null ? [] : ['', ...indented(wrapToWidth(cleanText(block.text), columns - 2))]),
      ];
    case 'chart':
      return [];
    case 'details':
      return [
        ...wrapToWidth(cleanLine(block.summary), columns),
        ...block.blocks.flatMap((inner) => ['', ...blockLines(inner, paper)]),
      ];
    default:
      return assertNever(block);
  }
}

function itemLines({ text, note }: Cell, { columns, aside }: Paper): string[] {
  const whole = cleanLine(note === null ? text : aside(text, note));
  const [first = '', ...rest] = wrapToWidth(whole, columns - 2);
  return [`• ${first}`, ...rest.map((line) => `  ${line}`)];
}

const indented = (lines: readonly string[]): string[] =>
  lines.map((line) => (line === '' ? '' : `  ${line}`));
