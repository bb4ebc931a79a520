import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { TuiFlags } from '../flags/tui-flags.ts';
import { addHelpTexts, type HelpTexts } from './help-texts.ts';

const texts: HelpTexts = {
  about: `Without a file it begins with the jobs that run, the newest results and the agents; from there the history is browsed,
results are read and compared, and jobs are watched. ? shows the keys of a screen, q or Esc goes back, Ctrl-C leaves at once.

With one result file it shows that result, with several it compares them.

Agents are those of --agent, else those that the config names, and the agent of this host where one listens.`,
  examples: [
    'kneepoint tui',
    'kneepoint tui --agent http://gpu-host:7321 --token-env KNEEPOINT_TOKEN',
    'kneepoint tui before/result.json after/result.json',
  ],
  exits: {
    0: 'left by q or Esc',
    1: 'internal error',
    2: 'usage, no terminal, or a file that is not there',
    130: 'left by Ctrl-C',
  },
};

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `kneepoint tui [FILE...]`: screens over the history, over running jobs and over results. Nothing is measured. */
export function addTuiCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('tui')
    .argument('[file...]', 'result files: one is shown, several are compared')
    .description('browse the history, watch jobs, read and compare results, on screens')
    .option('--agent <url|name>', 'an agent whose jobs are watched; repeatable', collect, [])
    .option('--token-env <name>', "environment variable with the agents' token")
    .action(async (files: readonly string[], flags: TuiFlags) => {
      const { tui } = await import('../run/tui.ts');
      exit.code = await tui(files, flags, context);
    });
  addHelpTexts(command, texts);
}
