import { type QualityRating, type Result, usageError } from '@kneepoint/core';
import type { JudgeFlags } from '../flags/judge-flags.ts';

/** Ratings that a person gives on the command line, as `STAGE=SCORE`; throws a usage error for what no stage can have. */
export function personalRatings(
  result: Result,
  { rate, name, remark }: JudgeFlags,
  rubric: string,
): readonly { readonly stage: string; readonly rating: QualityRating }[] {
  return rate.map((text) => {
    const { stage, score } = split(text);
    if (!result.stages.some(({ id }) => id === stage))
      throw usageError(
        'stage-unknown',
        `there is no stage "${stage}"`,
        `stages with excerpts: ${withExcerpts(result).join(', ') || 'none'}`,
      );
    const rating = {
      by: 'person',
      name: name ?? 'a person',
      excerpt: null,
      rubric,
      score,
      remark: remark ?? '',
    } as const;
    return { stage, rating };
  });
}

const withExcerpts = (result: Result): readonly string[] =>
  result.stages.filter(({ excerpts }) => excerpts.length > 0).map(({ id }) => id);

function split(text: string): { readonly stage: string; readonly score: number } {
  const at = text.lastIndexOf('=');
  const score = Number(text.slice(at + 1));
  if (at > 0 && text.slice(at + 1).trim() !== '' && score >= 1 && score <= 5)
    return { stage: text.slice(0, at), score };
  throw usageError(
    'flag-value',
    `--rate ${JSON.stringify(text)} is no stage with a score from 1 to 5`,
    'for example: --rate 1-languages/ko/server/repeat-1=4',
  );
}
