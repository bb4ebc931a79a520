import { type QualityRating, type Result, withRatings } from '@kneepoint/core';
import { terminalText } from '../screen/terminal-text.ts';
import { askJudge, type JudgeModel } from './ask-judge.ts';

/** A model that judges, the rubric that it goes by, and who hears of each rating. */
export type JudgeOrder = JudgeModel & { readonly rubric: string; readonly say: (text: string) => void };

/**
 * Has a model rate every excerpt of a result, one after the other: a rating that cannot be had is stored with its reason, and
 * the next one is asked for. `scores` counts those that could be had.
 */
export async function judgeExcerpts<Any extends Result>(
  result: Any,
  order: JudgeOrder,
): Promise<{ readonly result: Any; readonly scores: number }> {
  let rated = result;
  let scores = 0;
  for (const { id, excerpts } of result.stages) {
    for (const [place, excerpt] of excerpts.entries()) {
      // Another tool's report may say that there was an answer, and not what it was.
      if (excerpt.text === null) continue;
      const answer = await askJudge(excerpt, order);
      const rating: QualityRating = {
        by: 'model',
        name: order.model,
        excerpt: place,
        rubric: order.rubric,
        score: answer.ok ? answer.score : null,
        remark: answer.ok ? answer.remark : answer.reason,
      };
      if (answer.ok) scores += 1;
      rated = withRatings(rated, id, [rating]);
      const score = rating.score === null ? 'no rating' : `${rating.score} of 5`;
      order.say(
        terminalText(
          `${id}, excerpt ${place + 1}: ${score}${rating.remark === '' ? '' : ` (${rating.remark})`}`,
        ),
      );
    }
  }
  return { result: rated, scores };
}
