import { judgeAnswers } from '../analysis/quality/judge-answers.ts';
import { loadLanguageIdentifier } from '../analysis/quality/language-identifier.ts';
import type { StageMeasurement } from '../measurement/stage-measurement.ts';
import type { PlannedStage } from '../plan/planned-stage.ts';
import type { Quality } from '../result/quality-schema.ts';

/**
 * The quality of a stage's answers; `null` where the stage keeps none. It is judged when the stage has ended and before the
 * next one starts: nothing is measured then, the texts of one stage are all that is held, and a run that is
 * interrupted later has it in its result. It takes well under a second for a hundred answers of a thousand characters.
 */
export async function judgeStageQuality(
  planned: PlannedStage,
  { keptAnswers, counts, errors }: StageMeasurement,
): Promise<Quality | null> {
  if (!planned.keepExcerpts) return null;
  const answers = keptAnswers.map(({ text, finishReason, outputTokens, reasoningTokens }) => ({
    text,
    finishReason,
    language: planned.language,
    textTokens: outputTokens === null ? null : outputTokens - (reasoningTokens ?? 0),
  }));
  const withoutToken = errors
    .filter((error) => error.class === 'empty')
    .reduce((sum, error) => sum + error.count, 0);
  const notKept = counts.completed - answers.length;
  return judgeAnswers({ answers, withoutToken, notKept }, await loadLanguageIdentifier());
}
