import { checkOutputPath, type Result, writeResultFile } from '@kneepoint/core';
import { importFiles } from '@kneepoint/importers';
import type { CommandContext } from '../command-context.ts';
import type { ImportFlags } from '../flags/import-flags.ts';
import { positiveWhole } from '../flags/parse-flags.ts';
import { terminalText } from '../screen/terminal-text.ts';
import { wrapWords } from '../screen/wrap-words.ts';
import { wordsOf } from '../words/words-of.ts';
import { shownCommand } from './shown-command.ts';
import { toolOfRun } from './tool-version.ts';

/** Imports files as one result, writes it where asked for, and prints it with what was left out; returns the exit code. */
export async function importResults(
  files: readonly string[],
  flags: ImportFlags,
  context: CommandContext,
): Promise<number> {
  const users = flags.users === undefined ? null : positiveWhole('--users', flags.users);
  if (flags.output !== undefined) await checkOutputPath(flags.output);
  const result = await importFiles({
    files,
    format: flags.format ?? null,
    mapping: flags.mapping ?? null,
    targets: flags.target,
    users,
    name: flags.name ?? null,
    identity: {
      createdAt: new Date().toISOString(),
      tool: toolOfRun(),
      command: shownCommand(context),
    },
  });
  if (flags.output !== undefined) await writeResultFile(flags.output, result);
  if (flags.json === true) context.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else if (flags.quiet !== true) await printImport(result, flags.output ?? null, context);
  return 0;
}

/** The figures, then what is to be known of them, a line each. */
async function printImport(result: Result, output: string | null, context: CommandContext): Promise<void> {
  const { printResult } = await import('./print-result.ts');
  printResult(result, false, context);
  const { stdout, language } = context;
  const words = wordsOf(language).run;
  const columns = stdout.isTTY === true ? (stdout.columns ?? 80) : 1000;
  const notes = result.source.kind === 'imported' ? result.source.notes : [];
  const lines = notes.map((note) => `${wrapWords(terminalText(`- ${note}`), columns)}\n`);
  if (lines.length > 0) stdout.write(`\n${words.aboutFigures}\n${lines.join('')}`);
  if (output !== null) stdout.write(`\n${language === 'en' ? 'result:' : words.result} ${output}\n`);
}
