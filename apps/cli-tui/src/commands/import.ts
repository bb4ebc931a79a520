import { type Command, Option } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { ImportFlags } from '../flags/import-flags.ts';
import { withStdout } from '../flags/output-flags.ts';
import { addHelpTexts, type HelpTexts } from './help-texts.ts';

const texts: HelpTexts = {
  about: `Reads results of vllm bench serve, SGLang's clients, GuideLLM, AIPerf (summary or records), inference-perf,
genai-bench, LLMeter and llama-benchy, and tables of a person's document (Markdown or CSV) with a mapping that says what
they are. Nothing is invented: what a file does not say is unknown, and what its tool defines otherwise is left out and
noted.`,
  examples: [
    'kneepoint import vllm.json --output imported.json',
    'kneepoint import a.json b.json --target baseline --target candidate --output comparison.json',
    'kneepoint import run-1.json run-2.json run-3.json --target vllm --output repeats.json',
    'kneepoint import stage_0.json --users 50 --json',
    'kneepoint import report.md --mapping mapping.yaml --output result.json',
  ],
  exits: {
    0: 'imported',
    1: 'internal error',
    2: 'usage, or a file that cannot be read, is cut or of no known format',
  },
};

const listed = (value: string, before: readonly string[]): string[] => [...before, value];

/** `kneepoint import FILE...`: other tools' results, and tables of documents, as a result file. */
export function addImportCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('import')
    .argument('<files...>', "another tool's result files, or a document with tables")
    .description("other tools' results, and tables of documents, as a result file; nothing is measured")
    .option('--format <name>', 'format of the files (default: told by their content)')
    .option('--mapping <file>', 'what the tables of a document are, in YAML')
    .addOption(
      new Option('--target <name>', 'name of the target: one for all files, or one for each in their order')
        .argParser(listed)
        .default([], 'the model that the file names'),
    )
    .option('--users <count>', 'users in flight, for files that do not say it')
    .option('--name <text>', 'name of the result')
    .option('--output <file>', 'write the result to this file; - prints it as --json does')
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'print nothing but errors')
    .action(async (files: string[], flags: ImportFlags) => {
      const { importResults } = await import('../run/import.ts');
      exit.code = await importResults(files, withStdout(flags), context);
    });
  addHelpTexts(command, texts);
}
