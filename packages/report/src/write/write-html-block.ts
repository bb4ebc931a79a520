import { assertNever } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Block, Cell, Column } from '../model/document.ts';
import { displayWidth } from '../terminal/display-width.ts';
import { cleanLine } from './clean-text.ts';
import { escapeHtml, inlineHtml } from './escape-html.ts';

/** A cell with more columns of text than this is kept wide enough to be read, and the table scrolls. */
const longColumns = 44;

/** Where a block stands: the heading above it, and the language's words. */
export type BlockPlace = { readonly label: string; readonly catalogue: Catalogue };

/** One block as HTML: all text escaped, tables with headers of columns and rows, what is wide in a box that scrolls. */
export function writeHtmlBlock(block: Block, place: BlockPlace): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${block.id}">${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${inlineHtml(block.text)}</p>`;
    case 'list':
      return `<ul class="${block.emphasis}">${block.items.map((item) => `<li class="${item.tone}">${writeCell(item)}</li>`).join('')}</ul>`;
    case 'table':
      return writeTable(block, place);
    case 'code':
      return `<pre tabindex="0" data-hint="${escapeHtml(place.catalogue.page.selectAll)}"><code>${escapeHtml(block.text)}</code></pre>`;
    case 'excerpt': {
      const answer =
        block.text === null
          ? ''
          : `<blockquote tabindex="0" lang="${escapeHtml(block.language)}">${escapeHtml(block.text)}</blockquote>`;
      return `<figure class="excerpt"><figcaption><b>${escapeHtml(block.title)}</b> <q lang="${escapeHtml(block.language)}">${escapeHtml(cleanLine(block.prompt))}</q></figcaption>${answer}</figure>`;
    }
    case 'chart':
      return `<figure class="chart"><figcaption>${escapeHtml(block.title)}</figcaption>${scrolling(block.svg, block.title)}</figure>`;
    case 'details':
      return `<details><summary>${escapeHtml(block.summary)}</summary>\n${block.blocks.map((inner) => writeHtmlBlock(inner, { ...place, label: block.summary })).join('\n')}\n</details>`;
    default:
      return assertNever(block);
  }
}

type Table = Extract<Block, { kind: 'table' }>;

function writeTable({ caption, columns, rows, notes }: Table, { label }: BlockPlace): string {
  const head = columns.map(
    (column) => `<th scope="col" class="${column.align}">${escapeHtml(column.title)}</th>`,
  );
  const body = rows.map(
    (row) => `<tr>${row.map((own, at) => writeTableCell(own, columns[at], at)).join('')}</tr>`,
  );
  const name = caption ?? label;
  const table = `<table><caption class="unseen">${escapeHtml(name)}</caption><thead><tr>${head.join('')}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
  return scrolling(table, name) + notes.map((note) => `<p class="note">${inlineHtml(note)}</p>`).join('');
}

/** A box that scrolls sideways by itself, also by keyboard, so that the page never does. */
function scrolling(content: string, label: string): string {
  return `<div class="scroll" role="group" tabindex="0" aria-label="${escapeHtml(cleanLine(label))}">${content}</div>`;
}

/** The first cell of a row names it. */
function writeTableCell(own: Cell, column: Column | undefined, at: number): string {
  const long = displayWidth(own.text) + displayWidth(own.note ?? '') > longColumns ? ' long' : '';
  const kind = `class="${column?.align ?? 'left'} ${own.tone}${long}"`;
  return at === 0 && own.text !== ''
    ? `<th scope="row" ${kind}>${writeCell(own)}</th>`
    : `<td ${kind}>${writeCell(own)}</td>`;
}

function writeCell({ text, note }: Cell): string {
  const small = note === null ? '' : ` <small>${inlineHtml(note)}</small>`;
  return `<span>${inlineHtml(cleanLine(text))}</span>${small}`;
}
