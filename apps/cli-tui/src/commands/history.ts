import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { HistoryFlags } from '../flags/history-flags.ts';
import { addHelpTexts, type HelpTexts, usualExits } from './help-texts.ts';

const listTexts: HelpTexts = {
  examples: [
    'kneepoint history',
    'kneepoint history --search "qwen3 night" --since 7d',
    'kneepoint history --verdict suspect,invalid --target vllm --sort best --limit 5 --json',
  ],
  exits: { 0: 'ok', ...usualExits },
};

const showTexts: HelpTexts = {
  examples: ['kneepoint history show 20261124', 'kneepoint history show 20261124 --json > result.json'],
  exits: { 0: 'ok', 1: 'internal error', 2: 'usage, or no stored run has that id' },
};

const deleteTexts: HelpTexts = {
  about:
    'The ids are printed. Result files stay where they are. Where one id is unknown, nothing is deleted.',
  examples: ['kneepoint history delete 20261124'],
  exits: { 0: 'ok', 1: 'internal error', 2: 'usage, or no stored run has that id' },
};

const exportTexts: HelpTexts = {
  examples: ['kneepoint history export 20261124 result.json', 'kneepoint history export 20261124 -'],
  exits: { 0: 'ok', 1: 'internal error', 2: 'usage, no stored run has that id, or the file is there' },
};

/** `kneepoint history`: stored runs; `show`, `delete` and `export` one. */
export function addHistoryCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const history = program
    .command('history')
    .description('stored runs, newest first')
    .option('--json', 'as JSON')
    .option('--quiet', 'ids alone, a line each')
    .option('--limit <count>', 'at most so many', '50')
    .option('--search <words>', 'runs with all of these words in their name, a target or the id')
    .option('--verdict <list>', 'runs of these verdicts: valid, suspect, invalid, no-data')
    .option('--target <name>', 'runs with this target')
    .option('--since <when>', 'runs not older than a day, or than so long ago: 2026-11-01, 7d, 12h')
    .option('--sort <column>', 'by when, name, targets, stages, best, trust or exit (default: when)')
    .option('--reverse', 'in the other direction')
    .action(async (flags: HistoryFlags) => {
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
  addChanges(history, context, exit);
  addHelpTexts(history, listTexts);
  addHelpTexts(show, showTexts);
}

/** What changes the history, or takes a run out of it. */
function addChanges(history: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const remove = history
    .command('delete')
    .argument('<id...>', 'ids of runs, or their beginnings')
    .description('forget stored runs; their result files stay')
    .option('--quiet', 'say nothing')
    .action(async (ids: readonly string[], flags: { quiet?: boolean }, command: Command) => {
      const { deleteHistory } = await import('../run/change-history.ts');
      const quiet = flags.quiet === true || command.parent?.opts()['quiet'] === true;
      exit.code = await deleteHistory(ids, { quiet }, context);
    });
  const write = history
    .command('export')
    .argument('<id>', 'id of a run, or its beginning')
    .argument('<file>', 'the result file to write; - for stdout')
    .description('write a stored run as a result file')
    .option('--force', 'replace a file that is there')
    .action(async (id: string, file: string, flags: { force?: boolean }) => {
      const { exportHistory } = await import('../run/change-history.ts');
      exit.code = await exportHistory({ id, file }, flags, context);
    });
  addHelpTexts(remove, deleteTexts);
  addHelpTexts(write, exportTexts);
}
