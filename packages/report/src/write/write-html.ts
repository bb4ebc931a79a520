import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Block, ReportDocument } from '../model/document.ts';
import { cleanLine } from './clean-text.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlStyle } from './html-style.ts';
import { writeHtmlBlock } from './write-html-block.ts';

/** A document with the language it was written in. */
export type WrittenLanguage = { readonly document: ReportDocument; readonly catalogue: Catalogue };

/** Nothing but the page's own style and pictures inside it: no script, no request. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** One self-contained page with a part for each language: no script, no request, light and dark, printable. */
export function writeHtml(languages: readonly WrittenLanguage[]): string {
  const [first] = languages;
  if (first === undefined) throw new Error('a report needs at least one language');
  return [
    '<!doctype html>',
    `<html lang="${first.document.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(cleanLine(first.document.title))}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...languages.map((language) => writeLanguage(language, languages)),
    '</main>',
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
    `<article id="${document.language}" lang="${document.language}">`,
    skipLink(document, catalogue),
    '<header>',
    languages.length > 1 ? languageSwitch(catalogue, document.language, languages) : '',
    `<h1>${escapeHtml(document.title)}</h1>`,
    `<p class="subtitle">${escapeHtml(document.subtitle)}</p>`,
    contents(document, catalogue),
    '</header>',
    ...sectionsOf(document.blocks).map((blocks) => writeSection(blocks, catalogue)),
    `<footer>${escapeHtml(document.colophon)}</footer>`,
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** To the first heading, past the contents. */
function skipLink({ blocks }: ReportDocument, { page }: Catalogue): string {
  const first = blocks.find((block) => block.kind === 'heading');
  return first === undefined ? '' : `<a class="skip" href="#${first.id}">${escapeHtml(page.skip)}</a>`;
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

/** A table or a picture without a name of its own is called by the heading that it stands under. */
function writeSection(blocks: readonly Block[], catalogue: Catalogue): string {
  let label = '';
  const written = blocks.map((block) => {
    if (block.kind === 'heading') label = block.text;
    return writeHtmlBlock(block, { label, catalogue });
  });
  return `<section>\n${written.join('\n')}\n</section>`;
}
