import type { Quality, QualityRating } from '../../../result/quality-schema.ts';
import type { Result } from '../../../result/result-file.ts';
import type { Stage } from '../../../result/stage-schema.ts';

/**
 * The result with ratings added to a stage. A rating of the same name for the same excerpt is replaced: who rates again means
 * the new one.
 */
export function withRatings<Any extends Result>(
  result: Any,
  stageId: string,
  ratings: readonly QualityRating[],
): Any {
  return {
    ...result,
    stages: result.stages.map((stage) => (stage.id === stageId ? ratedStage(stage, ratings) : stage)),
  };
}

function ratedStage(stage: Stage, ratings: readonly QualityRating[]): Stage {
  const quality = stage.quality ?? unjudged;
  const kept = quality.ratings.filter((old) => !ratings.some((rating) => isSame(old, rating)));
  return { ...stage, quality: { ...quality, ratings: [...kept, ...ratings] } };
}

const isSame = (one: QualityRating, other: QualityRating): boolean =>
  one.by === other.by && one.name === other.name && one.excerpt === other.excerpt;

/** A stage whose answers the checks never saw. */
const unjudged: Quality = {
  verdict: null,
  answers: { judged: 0, good: 0, doubtful: 0, bad: 0, notJudged: null, atLimit: null },
  reasons: [],
  characters: null,
  tokens: null,
  ratings: [],
  reason: 'the answers were not checked',
};
