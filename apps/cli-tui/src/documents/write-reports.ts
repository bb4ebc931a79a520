import { rename, writeFile } from 'node:fs/promises';
import type { Result } from '@kneepoint/core';
import { usageError } from '@kneepoint/core';
import { type ReportLanguage, renderHtml, renderReport, reportLanguages } from '@kneepoint/report';
import type { OutputFolder } from './output-folder.ts';
import { withKnownProblems } from './with-known-problems.ts';

export type ReportWish = {
  readonly folder: OutputFolder;
  readonly languages: readonly string[];
  readonly formats: readonly ('markdown' | 'html' | 'json')[];
};

/** Writes the documents; returns the names of the files. */
export async function writeReports(measured: Result, wish: ReportWish): Promise<string[]> {
  const result = withKnownProblems(measured);
  const languages = wish.languages.map(reportLanguage);
  const files: { readonly name: string; readonly content: string }[] = [];
  if (wish.formats.includes('markdown')) {
    for (const language of languages) {
      const report = renderReport(result, { language, format: 'markdown' });
      files.push({ name: `report.${language}.md`, content: report.main }, ...report.assets);
    }
  }
  if (wish.formats.includes('html'))
    files.push({ name: 'report.html', content: renderHtml(result, languages) });
  if (wish.formats.includes('json'))
    files.push({ name: 'result.json', content: `${JSON.stringify(result, null, 2)}\n` });
  const distinct = [...new Map(files.map((file) => [file.name, file])).values()];
  for (const file of distinct) await writeWhole(wish.folder.path(file.name), file.content);
  return distinct.map((file) => file.name);
}

async function writeWhole(path: string, content: string): Promise<void> {
  await writeFile(`${path}.partial`, content);
  await rename(`${path}.partial`, path);
}

export function reportLanguage(code: string): ReportLanguage {
  const found = reportLanguages.find((language) => language === code);
  if (found !== undefined) return found;
  throw usageError(
    'report-language',
    `reports are not written in "${code}" yet`,
    `one or more of: ${reportLanguages.join(', ')}`,
  );
}
