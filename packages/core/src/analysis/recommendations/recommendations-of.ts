import type { Recommendation } from '../../result/analysis/judgement-schema.ts';
import type { Result } from '../../result/result-file.ts';

/** Not yet derived. */
export function recommendationsOf(_result: Result): Recommendation[] {
  return [];
}
