import type { Command } from 'commander';
import type { CommandContext, ExitCodeHolder } from '../command-context.ts';
import type { JudgeFlags } from '../flags/judge-flags.ts';
import { withStdout } from '../flags/output-flags.ts';
import { addHelpTexts, type HelpTexts } from './help-texts.ts';

const texts: HelpTexts = {
  about: `Rates the excerpts of a result from 1 to 5, long after it was measured: a model at any OpenAI-compatible address,
asked with the rubric that is stored in the result, or a person. The result file is written anew, and reports made from it
show the ratings; nothing is measured, and no other figure changes.`,
  examples: [
    'kneepoint judge out/languages/result.json --url http://127.0.0.1:8000 --model Qwen/Qwen3-32B',
    'kneepoint judge result.json --url https://api.example.com --model judge --api-key-env JUDGE_KEY',
    'kneepoint judge result.json --rate 1-languages/ko/server/repeat-1=4 --name Mina --remark "one odd word"',
  ],
  exits: { 0: 'rated', 1: 'no rating could be had', 2: 'usage' },
};

const listed = (value: string, before: readonly string[]): string[] => [...before, value];

/** `kneepoint judge RESULT`: ratings by a model or a person, after the measurement. */
export function addJudgeCommand(program: Command, context: CommandContext, exit: ExitCodeHolder): void {
  const command = program
    .command('judge')
    .argument('<result>', 'result file')
    .description('ratings of the excerpts in a result, by a model or a person; nothing is measured')
    .option('--url <address>', 'OpenAI-compatible server of the judge')
    .option('--model <name>', 'the model that judges')
    .option('--api-key-env <name>', 'environment variable that holds the API key')
    .option('--rubric <file>', 'text of the rubric (default: one of Kneepoint)')
    .option('--timeout <time>', 'longest time for one rating', '120s')
    .option('--rate <stage=score>', 'a rating of your own, 1 to 5; can be given several times', listed, [])
    .option('--name <text>', 'who rates (default: a person)')
    .option('--remark <text>', 'a remark to it')
    .option(
      '--output <file>',
      'write the rated result to this file; - is stdout (default: the result file itself)',
    )
    .option('--json', 'print the rated result as JSON')
    .option('--quiet', 'print nothing but errors')
    .action(async (file: string, flags: JudgeFlags) => {
      const { judge } = await import('../run/judge.ts');
      exit.code = await judge(file, withStdout(flags), context);
    });
  addHelpTexts(command, texts);
}
