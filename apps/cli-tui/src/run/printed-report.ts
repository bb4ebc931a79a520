import { assertNever, type Result, usageError } from '@kneepoint/core';
import { type ReportLanguage, renderHtml, renderReport } from '@kneepoint/report';
import { withKnownProblems } from '../documents/with-known-problems.ts';

/** A document for stdout: one, since two in one stream are none. Pictures of a Markdown document stay out of it. */
export function printedReport(
  measured: Result,
  languages: readonly ReportLanguage[],
  formats: readonly ('markdown' | 'html' | 'json')[],
): string {
  const [format, ...otherFormats] = formats;
  const [language, ...otherLanguages] = languages;
  if (
    format === undefined ||
    language === undefined ||
    otherFormats.length > 0 ||
    hasMore(format, otherLanguages)
  )
    throw usageError(
      'stdout-one-document',
      '--output - prints one document, and more than one was asked for',
      'give one --format and one --language, or a folder: --output FOLDER',
    );
  const result = withKnownProblems(measured);
  switch (format) {
    case 'markdown':
      return renderReport(result, { language, format: 'markdown' }).main;
    case 'html':
      return renderHtml(result, languages);
    case 'json':
      return `${JSON.stringify(result, null, 2)}\n`;
    default:
      return assertNever(format);
  }
}

/** A page holds all its languages, and a result has none. */
const hasMore = (format: string, others: readonly ReportLanguage[]): boolean =>
  format === 'markdown' && others.length > 0;
