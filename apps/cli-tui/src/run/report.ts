import { combineResults, type Result, readResultFile, usageError } from '@kneepoint/core';
import { renderTerminal } from '@kneepoint/report';
import type { CommandContext } from '../command-context.ts';
import { openFolder } from '../documents/output-folder.ts';
import { withKnownProblems } from '../documents/with-known-problems.ts';
import { reportLanguage, writeReports } from '../documents/write-reports.ts';
import { oneOf } from '../flags/parse-flags.ts';
import type { ReportFlags } from '../flags/report-flags.ts';
import { printedReport } from './printed-report.ts';
import { shownCommand } from './shown-command.ts';
import { toolVersion } from './tool-version.ts';

const formats = ['markdown', 'html', 'json', 'terminal'] as const;

/** What a line is wrapped to where the output is no terminal. */
const plainColumns = 100;

/** Writes the documents of one or several result files; returns the exit code. */
export async function report(
  files: readonly string[],
  flags: ReportFlags,
  context: CommandContext,
): Promise<number> {
  const languages = listOf(flags.language).map(reportLanguage);
  const wanted = listOf(flags.format).map((name) => oneOf('--format', name, formats));
  if (flags.json === true && wanted.includes('terminal'))
    throw usageError(
      'flags-exclude',
      '--json and --format terminal exclude each other: one prints JSON, the other a document',
      'leave one of them out',
    );
  const result = await readResults(files, context);
  if (wanted.includes('terminal')) {
    const columns = context.stdout.isTTY === true ? (context.stdout.columns ?? plainColumns) : plainColumns;
    for (const language of languages)
      context.stdout.write(renderTerminal(withKnownProblems(result), language, columns));
  }
  const written = wanted.flatMap((format) => (format === 'terminal' ? [] : [format]));
  if (written.length === 0) return 0;
  if (flags.output === '-') {
    context.stdout.write(printedReport(result, languages, written));
    return 0;
  }
  const folder = await openFolder(flags.output);
  const names = await writeReports(result, { folder, languages, formats: written });
  const shown = names.map((name) => folder.shown(name));
  if (flags.json === true) context.stdout.write(`${JSON.stringify({ files: shown }, null, 2)}\n`);
  else if (flags.quiet !== true) context.stdout.write(`${shown.join('\n')}\n`);
  return 0;
}

const listOf = (text: string): string[] => [...new Set(text.split(',').map((part) => part.trim()))];

/** The results as one, with everything derived by the rules of this version. */
async function readResults(files: readonly string[], context: CommandContext): Promise<Result> {
  const results: Result[] = [];
  for (const file of files) results.push(await readResultFile(file));
  const tool = { version: toolVersion(), node: process.version, commit: null };
  return combineResults(results, { tool, command: shownCommand(context) });
}
