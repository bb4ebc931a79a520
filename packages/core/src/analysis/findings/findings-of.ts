import type { Finding } from '../../result/analysis/finding-schema.ts';
import type { Result } from '../../result/result-file.ts';

/** Not yet derived. */
export function findingsOf(_result: Result): Finding[] {
  return [];
}
