import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { DiffFlags } from '../flags/diff-flags.ts';
import { addHelpTexts, type HelpTexts } from './help-texts.ts';

const texts: HelpTexts = {
  about: `A and B are result files, ids of stored runs (their beginning is enough), or latest, latest~1, ... for the newest
stored runs. Targets are matched by name (or, where none is the same, the only one of each), levels by suite and load.

A figure fails only where its whole 95 % interval is beyond the allowed change, passes only where it is wholly inside, and
is inconclusive else: also with fewer than three repeats, failed requests, invalid stages, or other prompts or models.
Only changes for the worse count.

Figures: outputThroughput, requestSpeed, ttft, e2e (compared by default), tpot, ttftP50, ttftP99, ttftResponseP50,
ttftResponseP99, tokenGapP50, tokenGapP99, chunkGapP50, chunkGapP99.`,
  examples: [
    'kneepoint diff baseline/result.json out/result.json',
    'kneepoint diff latest~1 latest --name nightly',
    'kneepoint diff baseline.json result.json --allow 3% --allow ttftP99=20% --markdown comment.md',
  ],
  exits: {
    0: 'pass',
    1: 'internal error',
    2: 'usage, a file that cannot be read, or nothing in common',
    4: 'fail',
    5: 'inconclusive',
  },
};

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `kneepoint diff A B`: whether a result got worse than another by more than is allowed. Nothing is measured. */
export function addDiffCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('diff')
    .argument('<a>', 'the baseline: a result file, the id of a stored run, latest, latest~1, ...')
    .argument('<b>', 'the candidate: the same')
    .description('whether a result is worse than another by more than is allowed')
    .option(
      '--allow <change>',
      'how much worse it may get: 3%, or figure=3%; repeatable (default: 5%)',
      collect,
      [],
    )
    .option('--metric <list>', 'compare these figures only; repeatable', collect, [])
    .option('--name <name>', 'latest and latest~1 are among the stored runs of this name')
    .option('--language <code>', 'language of the text: en, ko or zh (default: that of messages)')
    .option('--markdown <file>', 'also write it as Markdown, for a comment on a pull request')
    .option('--json', 'print the comparison as JSON')
    .option('--quiet', 'the first sentence only')
    .action(async (a: string, b: string, flags: DiffFlags) => {
      const { diff } = await import('../run/diff.ts');
      exit.code = await diff({ a, b }, flags, context);
    });
  addHelpTexts(command, texts);
}
