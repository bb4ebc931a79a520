/** A kind of number that weights or activations are in. */
export type NumberType = 'bf16' | 'fp16' | 'fp8' | 'int8' | 'fp4';

/**
 * What an accelerator can do at most, as its maker publishes it. `flops` are dense (no sparsity) floating point or
 * integer operations per second of its matrix units, the highest rate that it has for operands of that type; a type
 * that it has no matrix units for is absent. A published figure "with sparsity" is halved.
 */
export type Accelerator = {
  name: string;
  /** Every spelling that names it, in the form of `normalName`; one that several share is ambiguous. */
  names: readonly string[];
  /** Bytes. */
  memory: number;
  /** Bytes per second. */
  bandwidth: number;
  flops: Readonly<Partial<Record<NumberType, number>>>;
  /** CUDA's compute capability; `null` for makers that have none. */
  computeCapability: string | null;
  /** Where the figures are published. */
  source: string;
};
