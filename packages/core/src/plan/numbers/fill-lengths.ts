import type { NumberDistribution } from '../number-distribution.ts';
import { type FileFacts, factOf, type WorkloadFile } from '../workload-file.ts';

/** The distribution with the values of its file; any other one as it is. */
export function fillLengths(numbers: NumberDistribution, files: FileFacts): NumberDistribution {
  return numbers.kind === 'empirical'
    ? { ...numbers, values: factOf(files.lengths, numbers.source) }
    : numbers;
}

/** The file that a distribution takes its values from. */
export function lengthFiles(numbers: NumberDistribution | null): readonly WorkloadFile[] {
  return numbers?.kind === 'empirical' ? [{ kind: 'lengths', source: numbers.source }] : [];
}
