import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { QuickstartFlags } from '../run/quickstart.ts';
import { progressOption } from './progress-option.ts';

/** `kneepoint quickstart`: a complete small comparison on this machine alone, against two simulated servers. */
export function addQuickstartCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  program
    .command('quickstart')
    .description('a complete small comparison of two simulated servers, in under two minutes')
    .option('--output <folder>', 'folder for result and reports', 'out/quickstart')
    .addOption(progressOption())
    .option('--quiet', 'no progress')
    .action(async (flags: QuickstartFlags) => {
      const { quickstart } = await import('../run/quickstart.ts');
      exit.code = await quickstart(flags, context);
    });
}
