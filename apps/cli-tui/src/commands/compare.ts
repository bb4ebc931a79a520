import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';

/** The flags of `compare` as the command line gives them. */
export type CompareFlags = { readonly output?: string; readonly json?: boolean; readonly quiet?: boolean };

const examples = `
Examples:
  $ kneepoint compare plan.yaml
  $ kneepoint compare plan.yaml --output out/monday
`;

/** `kneepoint compare PLAN`: the whole matrix over several targets, and the report. */
export function addCompareCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  program
    .command('compare')
    .argument('<plan>', 'plan file (YAML)')
    .description('the whole matrix over two or more running targets, and the report')
    .option('--output <folder>', 'folder for result and reports (default: out/NAME, numbered when it exists)')
    .option('--json', 'print the result as JSON instead of the table')
    .option('--quiet', 'no progress')
    .addHelpText('after', examples)
    .action(async (plan: string, flags: CompareFlags) => {
      const { compare } = await import('../run/compare.ts');
      exit.code = await compare(plan, flags, context);
    });
}
