import type { Crossover } from '../../result/analysis/scaling-schema.ts';
import type { Result } from '../../result/result-file.ts';

/** Not yet derived. */
export function crossoversOf(_result: Result): Crossover[] {
  return [];
}
