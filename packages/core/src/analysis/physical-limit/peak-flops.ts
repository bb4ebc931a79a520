import type { Accelerator } from './accelerators/accelerator.ts';
import type { ServedModel } from './served-model.ts';

/**
 * The highest rate at which an accelerator can compute with such weights, operations per second; `null` where the table
 * has none. Weights below 16 bits may be widened before they are multiplied, so every type that they fit in counts.
 */
export function peakFlops(
  { flops }: Accelerator,
  { weightBits, halfType }: Pick<ServedModel, 'weightBits' | 'halfType'>,
): number | null {
  const half = halfType === null ? [flops.bf16, flops.fp16] : [flops[halfType] ?? flops.fp16];
  const rates = [
    ...(weightBits <= 16 ? half : []),
    ...(weightBits <= 8 ? [flops.fp8, flops.int8] : []),
    ...(weightBits <= 4 ? [flops.fp4] : []),
  ].filter((rate) => rate !== undefined);
  return rates.length === 0 ? null : Math.max(...rates);
}
