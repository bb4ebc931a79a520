import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { ReportFlags } from '../flags/report-flags.ts';
import { addHelpTexts, type HelpTexts } from './help-texts.ts';

const texts: HelpTexts = {
  about: `Several files become one document: targets of the same name are told apart, and what they have in common is
compared.`,
  examples: [
    'kneepoint report out/quickstart/result.json --language ko,en,zh --format markdown,html --output out/report',
    'kneepoint report monday.json friday.json --format html --output out/both',
    'kneepoint report out/quickstart/result.json --format terminal',
    'kneepoint report result.json --output - > report.md',
  ],
  exits: { 0: 'written', 1: 'internal error', 2: 'usage, or a file that cannot be read' },
};

/** `kneepoint report FILE...`: the document from result files; nothing is measured. */
export function addReportCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('report')
    .argument('<file...>', 'result files')
    .description('the document from result files; nothing is measured')
    .option('--language <list>', 'languages of the document: ko, en, zh', 'en')
    .option('--format <list>', 'markdown, html, json, terminal (printed)', 'markdown')
    .option('--output <folder>', 'folder for the documents; - prints one document', '.')
    .option('--json', 'print the names of the documents as JSON')
    .option('--quiet', 'print nothing but errors')
    .action(async (files: readonly string[], flags: ReportFlags) => {
      const { report } = await import('../run/report.ts');
      exit.code = await report(files, flags, context);
    });
  addHelpTexts(command, texts);
}
