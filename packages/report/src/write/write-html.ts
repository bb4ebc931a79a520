import { assertNever } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Block, Cell, Column, ReportDocument } from '../model/document.ts';
import { cleanLine } from './clean-text.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlStyle } from './html-style.ts';

/** A document with the language it was written in. */
export type WrittenLanguage = { readonly document: ReportDocument; readonly catalogue: Catalogue };

/** One self-contained page with a part for each language: no script, no request, light and dark, printable. */
export function writeHtml(languages: readonly WrittenLanguage[]): string {
  const [first] = languages;
  if (first === undefined) throw new Error('a report needs at least one language');
  const parts = languages.map((language) => writeLanguage(language, languages));
  return [
    '<!doctype html>',
    `<html lang="${first.document.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(cleanLine(first.document.title))}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    ...parts,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function writeLanguage(
  { document, catalogue }: WrittenLanguage,
  languages: readonly WrittenLanguage[],
): string {
  return [
    `<main id="${document.language}" lang="${document.language}">`,
    '<header>',
    languages.length > 1 ? languageSwitch(catalogue, document.language, languages) : '',
    `<h1>${escapeHtml(document.title)}</h1>`,
    `<p class="subtitle">${escapeHtml(document.subtitle)}</p>`,
    contents(document, catalogue),
    '</header>',
    ...sectionsOf(document.blocks).map(
      (blocks) => `<section>\n${blocks.map(writeBlock).join('\n')}\n</section>`,
    ),
    `<footer>${escapeHtml(document.colophon)}</footer>`,
    '</main>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function languageSwitch(
  catalogue: Catalogue,
  current: string,
  languages: readonly WrittenLanguage[],
): string {
  const links = languages.map(({ document, catalogue: other }) => {
    const mark = document.language === current ? ' aria-current="true"' : '';
    return `<a href="#${document.language}" lang="${document.language}"${mark}>${escapeHtml(other.languageName)}</a>`;
  });
  return `<nav class="languages" aria-label="${escapeHtml(catalogue.headings.languageSwitch)}">${links.join(' ')}</nav>`;
}

function contents(document: ReportDocument, catalogue: Catalogue): string {
  const links = document.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2
      ? [`<a href="#${block.id}">${escapeHtml(block.text)}</a>`]
      : [],
  );
  return `<nav class="contents" aria-label="${escapeHtml(catalogue.headings.contents)}">${links.join('')}</nav>`;
}

/** Each heading of the second level begins a section. */
function sectionsOf(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (last === undefined || (block.kind === 'heading' && block.level === 2)) sections.push([block]);
    else last.push(block);
  }
  return sections;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${block.id}">${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul class="${block.emphasis}">${block.items.map((item) => `<li class="${item.tone}">${writeCell(item)}</li>`).join('')}</ul>`;
    case 'table':
      return (
        writeTable(block.columns, block.rows) +
        block.notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('')
      );
    case 'code':
      return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
    case 'excerpt':
      return `<figure class="excerpt"><figcaption><b>${escapeHtml(block.title)}</b> <q lang="${block.language}">${escapeHtml(cleanLine(block.prompt))}</q></figcaption><blockquote lang="${block.language}">${escapeHtml(block.text)}</blockquote></figure>`;
    case 'chart':
      return `<figure class="chart"><figcaption>${escapeHtml(block.title)}</figcaption><div class="scroll">${block.svg}</div></figure>`;
    case 'details':
      return `<details><summary>${escapeHtml(block.summary)}</summary>\n${block.blocks.map(writeBlock).join('\n')}\n</details>`;
    default:
      return assertNever(block);
  }
}

function writeTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const head = columns
    .map((column) => `<th scope="col" class="${column.align}">${escapeHtml(column.title)}</th>`)
    .join('');
  const body = rows.map(
    (row) => `<tr>${row.map((cell, index) => writeTableCell(cell, columns[index])).join('')}</tr>`,
  );
  return `<div class="scroll" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`;
}

function writeTableCell(cell: Cell, column: Column | undefined): string {
  return `<td class="${column?.align ?? 'left'} ${cell.tone}">${writeCell(cell)}</td>`;
}

function writeCell({ text, note }: Cell): string {
  const small = note === null ? '' : ` <small>${escapeHtml(note)}</small>`;
  return `<span>${escapeHtml(cleanLine(text))}</span>${small}`;
}
