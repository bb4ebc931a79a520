import type { Result } from '@kneepoint/core';
import type { ReportLanguage } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { buildChapters, type ReportChapter } from './build-document.ts';

/** The report's chapters in one language, in order; each is built when it is asked for. */
export function reportChapters(result: Result, language: ReportLanguage): Generator<ReportChapter> {
  return buildChapters(result, catalogues[language]);
}

/** How a language puts a remark beside a text: "372 tok/s (361–383)". */
export const remarkBeside = (language: ReportLanguage): ((text: string, note: string) => string) =>
  catalogues[language].page.aside;
