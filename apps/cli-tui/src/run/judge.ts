import { readFile } from 'node:fs/promises';
import {
  checkOutputPath,
  exitCodes,
  type Result,
  ratingRubric,
  readResultFile,
  usageError,
  withRatings,
  writeResultFile,
} from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import { authorizationHeader } from '../flags/api-key.ts';
import type { JudgeFlags } from '../flags/judge-flags.ts';
import { duration } from '../flags/parse-flags.ts';
import { wordsOf } from '../words/words-of.ts';
import { judgeExcerpts } from './judge-excerpts.ts';
import { personalRatings } from './personal-ratings.ts';

/** Adds ratings to a result file and writes it; returns the exit code. */
export async function judge(file: string, flags: JudgeFlags, context: CommandContext): Promise<number> {
  refuseHalves(flags);
  const output = flags.output ?? file;
  if (flags.output !== undefined) await checkOutputPath(flags.output);
  const result = await readResultFile(file);
  const rubric = flags.rubric === undefined ? ratingRubric : await readRubric(flags.rubric);
  const say = (text: string): void => {
    if (flags.quiet === true) return;
    (flags.json === true ? context.stderr : context.stdout).write(`${text}\n`);
  };
  const own = personalRatings(result, flags, rubric);
  let rated = own.reduce<Result>((so, { stage, rating }) => withRatings(so, stage, [rating]), result);
  let scores = own.length;
  if (flags.url !== undefined) {
    const judged = await judgeExcerpts(rated, { ...modelOf(flags, rubric, context), say });
    rated = judged.result;
    scores += judged.scores;
  }
  if (flags.json === true) context.stdout.write(`${JSON.stringify(rated, null, 2)}\n`);
  if (flags.printsResult !== true) {
    await writeResultFile(output, rated);
    say(`\n${context.language === 'en' ? 'result:' : wordsOf(context.language).run.result} ${output}`);
  }
  return scores > 0 ? 0 : exitCodes.internal;
}

function refuseHalves({ url, model, rate }: JudgeFlags): void {
  if (url !== undefined && model !== undefined) return;
  if (url !== undefined || model !== undefined)
    throw usageError('flag-missing', '--url and --model need each other', 'give both, or --rate STAGE=SCORE');
  if (rate.length === 0)
    throw usageError(
      'flag-missing',
      'nobody is named who rates',
      'give --url and --model, or a rating of your own: --rate STAGE=SCORE',
    );
}

function modelOf(
  { url = '', model = '', apiKeyEnv, timeout }: JudgeFlags,
  rubric: string,
  { environment }: CommandContext,
) {
  const timeoutMillis = duration('--timeout', timeout) / 1000;
  return { url, model, headers: authorizationHeader(apiKeyEnv, environment), rubric, timeoutMillis };
}

async function readRubric(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw usageError(
      'file-unreadable',
      `the rubric ${path} cannot be read: ${reason}`,
      'give the path of a text file',
    );
  });
  if (text.trim() !== '') return text.trim();
  throw usageError('rubric-empty', `the rubric ${path} is empty`, 'write into it what each score means');
}
