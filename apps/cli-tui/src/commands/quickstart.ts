import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { QuickstartFlags } from '../run/quickstart.ts';
import { addHelpTexts, type HelpTexts, usualExits } from './help-texts.ts';
import { progressOption } from './progress-option.ts';

const texts: HelpTexts = {
  about: `Starts two simulated servers, which behave as the reference report describes vLLM and SGLang, compares them, and
writes the report. The figures show what Kneepoint does; they say nothing about real hardware.`,
  examples: ['kneepoint quickstart', 'kneepoint quickstart --output out/first --quiet'],
  exits: {
    0: 'ok',
    ...usualExits,
    3: 'a simulated server did not start',
    5: 'result invalid',
    130: 'interrupted',
  },
};

/** `kneepoint quickstart`: a complete small comparison on this machine alone, against two simulated servers. */
export function addQuickstartCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('quickstart')
    .description('a complete small comparison of two simulated servers, in under two minutes')
    .option('--output <folder>', 'folder for result and reports', 'out/quickstart')
    .addOption(progressOption())
    .option('--quiet', 'no progress')
    .action(async (flags: QuickstartFlags) => {
      const { quickstart } = await import('../run/quickstart.ts');
      exit.code = await quickstart(
        flags.output === '-' ? { ...flags, output: 'out/quickstart', json: true } : flags,
        context,
      );
    });
  addHelpTexts(command, texts);
}
