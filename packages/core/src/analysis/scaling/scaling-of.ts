import type { Scaling } from '../../result/analysis/scaling-schema.ts';
import type { Result } from '../../result/result-file.ts';

/** Not yet derived. */
export function scalingOf(_result: Result): Scaling[] {
  return [];
}
