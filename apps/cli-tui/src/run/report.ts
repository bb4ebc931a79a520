import { readResultFile } from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import type { ReportFlags } from '../commands/report.ts';
import { oneOf } from '../flags/parse-flags.ts';
import { openFolder } from './output-folder.ts';
import { reportLanguage, writeReports } from './write-reports.ts';

/** Writes the documents of a result file; returns the exit code. */
export async function report(file: string, flags: ReportFlags, context: CommandContext): Promise<number> {
  const languages = flags.language.split(',').map((code) => reportLanguage(code.trim()));
  const formats = flags.format
    .split(',')
    .map((name) => oneOf('--format', name.trim(), ['markdown', 'html', 'json'] as const));
  const result = await readResultFile(file);
  const folder = await openFolder(flags.output);
  const names = await writeReports(result, { folder, languages, formats });
  context.stdout.write(`${names.map((name) => folder.shown(name)).join('\n')}\n`);
  return 0;
}
