import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { ReportFlags } from '../flags/report-flags.ts';

const examples = `
Several files become one document: targets of the same name are told apart, and what they have in common is compared.

Examples:
  $ kneepoint report out/quickstart/result.json --language ko,en,zh --format markdown,html --output out/report
  $ kneepoint report monday.json friday.json --format html --output out/both
  $ kneepoint report out/quickstart/result.json --format terminal
`;

/** `kneepoint report FILE...`: the document from result files; nothing is measured. */
export function addReportCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  program
    .command('report')
    .argument('<file...>', 'result files')
    .description('the document from result files; nothing is measured')
    .option('--language <list>', 'languages of the document: ko, en, zh', 'en')
    .option('--format <list>', 'markdown, html, json, terminal (printed)', 'markdown')
    .option('--output <folder>', 'folder for the documents', '.')
    .addHelpText('after', examples)
    .action(async (files: readonly string[], flags: ReportFlags) => {
      const { report } = await import('../run/report.ts');
      exit.code = await report(files, flags, context);
    });
}
