import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import { addHelpTexts, type HelpTexts, usualExits } from './help-texts.ts';

const listTexts: HelpTexts = {
  examples: ['kneepoint history', 'kneepoint history --limit 5 --json'],
  exits: { 0: 'ok', ...usualExits },
};

const showTexts: HelpTexts = {
  examples: ['kneepoint history show 20261124', 'kneepoint history show 20261124 --json > result.json'],
  exits: { 0: 'ok', 1: 'internal error', 2: 'usage, or no stored run has that id' },
};

/** `kneepoint history`: stored runs; `history show ID` prints one. */
export function addHistoryCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const history = program
    .command('history')
    .description('stored runs, newest first')
    .option('--json', 'as JSON')
    .option('--quiet', 'ids alone, a line each')
    .option('--limit <count>', 'at most so many', '50')
    .action(async (flags: { json?: boolean; quiet?: boolean; limit: string }) => {
      const { listHistory } = await import('../run/history.ts');
      exit.code = await listHistory(flags, context);
    });
  const show = history
    .command('show')
    .argument('<id>', 'id of a run, or its beginning')
    .description('print one stored run')
    .option('--json', 'the whole result as JSON')
    .action(async (id: string, flags: { json?: boolean }, command: Command) => {
      const { showHistory } = await import('../run/history.ts');
      exit.code = await showHistory(
        id,
        { json: flags.json === true || command.parent?.opts()['json'] === true },
        context,
      );
    });
  addHelpTexts(history, listTexts);
  addHelpTexts(show, showTexts);
}
