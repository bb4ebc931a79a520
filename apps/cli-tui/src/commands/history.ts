import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';

/** `kneepoint history`: stored runs; `history show ID` prints one. */
export function addHistoryCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const history = program
    .command('history')
    .description('stored runs, newest first')
    .option('--json', 'as JSON')
    .option('--limit <count>', 'at most so many', '50')
    .action(async (flags: { json?: boolean; limit: string }) => {
      const { listHistory } = await import('../run/history.ts');
      exit.code = await listHistory(flags, context);
    });
  history
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
}
