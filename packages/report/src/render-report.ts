import type { Result } from '@kneepoint/core';
import type { ReportLanguage } from './catalogue/catalogue.ts';
import { catalogues } from './catalogue/catalogues.ts';
import { standaloneSvg } from './chart/svg.ts';
import { buildDocument } from './sections/build-document.ts';
import { writeTerminal } from './terminal/write-terminal.ts';
import { writeHtml } from './write/write-html.ts';
import { writeMarkdown } from './write/write-markdown.ts';

/** A file that must stand beside the main one, as text. */
export type ReportAsset = { readonly name: string; readonly content: string };

export type RenderedReport = { readonly main: string; readonly assets: readonly ReportAsset[] };

export type ReportOptions = { readonly language: ReportLanguage; readonly format: 'markdown' | 'html' };

/** The report of a result in one language. Markdown refers to its charts as `./NAME`; HTML holds them and has no assets. */
export function renderReport(result: Result, { language, format }: ReportOptions): RenderedReport {
  if (format === 'html') return { main: renderHtml(result, [language]), assets: [] };
  const document = buildDocument(result, catalogues[language]);
  const assets = document.blocks.flatMap((block) =>
    block.kind === 'chart' ? [{ name: `${block.name}.svg`, content: `${standaloneSvg(block.svg)}\n` }] : [],
  );
  return { main: writeMarkdown(document, catalogues[language].page), assets };
}

/** One self-contained HTML file with a part for each language, in the given order; throws when no language is given. */
export function renderHtml(result: Result, languages: readonly ReportLanguage[]): string {
  return writeHtml(
    languages.map((language) => ({
      catalogue: catalogues[language],
      document: buildDocument(result, catalogues[language]),
    })),
  );
}

/** The report in one language as plain text for a terminal of so many columns. */
export function renderTerminal(result: Result, language: ReportLanguage, columns: number): string {
  return writeTerminal(buildDocument(result, catalogues[language]), columns, catalogues[language].page);
}
