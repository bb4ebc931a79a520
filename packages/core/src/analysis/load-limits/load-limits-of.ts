import type { LoadLimit } from '../../result/analysis/physical-limit-schema.ts';
import type { Result } from '../../result/result-file.ts';

/** Not yet derived. */
export function loadLimitsOf(_result: Result): LoadLimit[] {
  return [];
}
