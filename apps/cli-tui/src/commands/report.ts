import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';

/** The flags of `report` as the command line gives them. */
export type ReportFlags = { readonly language: string; readonly format: string; readonly output: string };

const examples = `
Examples:
  $ kneepoint report out/quickstart/result.json --language ko,en,zh --format markdown,html --output out/report
`;

/** `kneepoint report FILE...`: the document from result files; nothing is measured. */
export function addReportCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  program
    .command('report')
    .argument('<file>', 'result file')
    .description('the document from a result file; nothing is measured')
    .option('--language <list>', 'languages of the document: ko, en, zh', 'en')
    .option('--format <list>', 'markdown, html, json', 'markdown')
    .option('--output <folder>', 'folder for the documents', '.')
    .addHelpText('after', examples)
    .action(async (file: string, flags: ReportFlags) => {
      const { report } = await import('../run/report.ts');
      exit.code = await report(file, flags, context);
    });
}
