import type { PhysicalLimit } from '../../../result/analysis/physical-limit-schema.ts';
import type { Result } from '../../../result/result-file.ts';
import { physicalLimitsOf } from '../../physical-limit/physical-limits-of.ts';

/** Bytes of a target's weights, as its model's shape tells them; `null` where nobody knows. */
export function weightBytesOf(result: Result, target: string): number | null {
  return (
    physicalLimitsOf(result)
      .filter((limit) => limit.target === target)
      .map(({ inputs }) => inputs.weightBytes)
      .find((bytes) => bytes !== null) ?? null
  );
}

/** The most that one user can get by decoding, in tokens per second; `null` where model or accelerator is not known. */
export function decodeLimitOf(result: Result, target: string): PhysicalLimit | null {
  return (
    physicalLimitsOf(result).find(
      (limit) =>
        limit.target === target && limit.phase === 'decode' && limit.users === 1 && limit.limit !== null,
    ) ?? null
  );
}
