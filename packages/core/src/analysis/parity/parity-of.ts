import type { ParityDifference } from '../../result/analysis/parity-schema.ts';
import type { Result } from '../../result/result-file.ts';

/** Not yet derived. */
export function parityOf(_result: Result): ParityDifference[] {
  return [];
}
