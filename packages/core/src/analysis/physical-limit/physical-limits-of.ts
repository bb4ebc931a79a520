import type { PhysicalLimit } from '../../result/analysis/physical-limit-schema.ts';
import type { Result } from '../../result/result-file.ts';

/** Not yet derived. */
export function physicalLimitsOf(_result: Result): PhysicalLimit[] {
  return [];
}
