import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { CapacityFlags } from '../flags/capacity-flags.ts';
import { withStdout } from '../flags/output-flags.ts';
import { addHelpTexts, type HelpTexts, usualExits } from './help-texts.ts';
import { progressOption } from './progress-option.ts';
import { addTargetOptions } from './target-options.ts';

const texts: HelpTexts = {
  about: `A level is one stage. The search doubles the level until one breaks the SLO, halves what lies between, measures
the two levels at the border again until most of their stages agree, and then the level that it found once more.

A percentile needs enough requests in a stage: p95 90, p99 459; with fewer a level cannot be judged.`,
  examples: [
    'kneepoint capacity http://127.0.0.1:8000 --slo "ttft p95 < 500ms, tokenGap p99 < 50ms"',
    'kneepoint capacity http://127.0.0.1:8000 --slo "ttft p95 < 1s" --vary rate --max 50 --duration 60s',
    'kneepoint capacity http://127.0.0.1:8000 --slo mlperf-llama3.1-8b-interactive --output capacity.json',
  ],
  exits: {
    0: 'found (or at least the highest level tried)',
    ...usualExits,
    3: 'target unreachable or died',
    4: 'not even the lowest level keeps the SLO',
    5: 'nothing could be judged',
    130: 'interrupted',
  },
};

/** `kneepoint capacity URL`: the highest load that keeps an SLO. */
export function addCapacityCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('capacity')
    .argument('<url>', 'address of the server, for example http://127.0.0.1:8000')
    .description('the most users, or the highest rate, that keep a service level objective');
  addSearchOptions(command);
  addStageOptions(command);
  addOutputOptions(command);
  addHelpTexts(command, texts).action(async (url: string, flags: CapacityFlags) => {
    const { capacity } = await import('../run/capacity.ts');
    exit.code = await capacity(url, withStdout(flags), context);
  });
}

function addSearchOptions(command: Command): void {
  command
    .optionsGroup('Search:')
    .option(
      '--slo <terms>',
      'required: what a level has to keep, for example "ttft p95 < 500ms, tpot p99 < 50ms"',
    )
    .option(
      '--vary <what>',
      'users (each waits for an answer) or rate (requests per second, Poisson)',
      'users',
    )
    .option('--start <level>', 'the first level (default: 8 users, or 1 request per second)')
    .option('--min <level>', 'the lowest level (default: 1 user, or 0.1 requests per second)')
    .option('--max <level>', 'the highest level (default: 1024 users, or 1000 requests per second)')
    .option('--resolution <share>', 'levels closer than this are one', '5%')
    .option('--repeats <count>', 'stages of a level at the border at most, an odd number', '3')
    .option('--max-stages <count>', 'stages of the search at most', '40')
    .option('--max-time <time>', 'time of the search at most, for example 20m (default: no limit)');
}

function addStageOptions(command: Command): void {
  command
    .optionsGroup('Stages:')
    .option('--duration <time>', 'measured time of a stage', '30s')
    .option(
      '--warmup <time|count>',
      'sent first and not measured: a time or a number of requests (default: until it is steady, 30 s at most)',
    )
    .option('--input-tokens <count>', 'length of the prompts', '200')
    .option('--output-tokens <count>', 'length of the answers, exact where the server can', '128')
    .option('--language <code>', 'language of the prompts: en, ko or zh', 'en')
    .option(
      '--tokenizer <path>',
      "folder or tokenizer.json of the model's tokenizer, for exact prompt lengths",
    )
    .option('--seed <text>', 'makes prompts and arrivals repeatable (default: random)');
  addTargetOptions(command);
}

function addOutputOptions(command: Command): void {
  command
    .optionsGroup('Output:')
    .option('--output <file.json>', 'write the result file (must not exist yet); - prints the result instead')
    .option('--json', 'print the verdict and the result as JSON')
    .addOption(progressOption())
    .option('--quiet', 'no progress');
}
