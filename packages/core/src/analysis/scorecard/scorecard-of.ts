import type { Score } from '../../result/analysis/judgement-schema.ts';
import type { Result } from '../../result/result-file.ts';

/** Not yet derived. */
export function scorecardOf(_result: Result): Score[] {
  return [];
}
