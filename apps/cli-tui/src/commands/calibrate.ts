import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { CalibrateFlags } from '../flags/calibrate-flags.ts';
import { addHelpTexts, type HelpTexts, usualExits } from './help-texts.ts';
import { plainProgressOption } from './progress-option.ts';

const texts: HelpTexts = {
  about: `A simulated server in another process streams to more and more users. A level is carried while its stage is
valid, its requests all end, its rate is reached, and the client adds less than 2 ms to first tokens and gaps, and less
than half a gap to last tokens. A level that fails is tried once more. It takes up to 3 minutes, with --quick up to 40
seconds.

The ceiling is kept for this host; later runs show it beside what they read themselves. Where other programs use the
cores, it is not found, and an earlier one stays.`,
  examples: ['kneepoint calibrate', 'kneepoint calibrate --quick', 'kneepoint calibrate --workers 2 --json'],
  exits: {
    0: 'ok',
    ...usualExits,
    3: 'the simulated server did not start',
    5: 'no ceiling was found',
    130: 'interrupted (nothing is kept)',
  },
};

/** `kneepoint calibrate`: the highest load that this host can measure truly. */
export function addCalibrateCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const calibrate = program
    .command('calibrate')
    .description('the highest load that this host can measure without becoming the bottleneck')
    .option('--workers <count|auto>', 'load worker threads (default: what the load and this host ask for)')
    .option('--quick', 'shorter levels and fewer of them')
    .option('--json', 'print the calibration as JSON instead of the table')
    .addOption(plainProgressOption())
    .option('--quiet', 'no progress')
    .action(async (flags: CalibrateFlags) => {
      const run = await import('../run/calibrate.ts');
      exit.code = await run.calibrate(flags, context);
    });
  addHelpTexts(calibrate, texts);
}
