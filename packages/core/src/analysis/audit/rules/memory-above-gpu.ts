import type { AuditRule } from '../audit-rule.ts';

/** Bytes that the target held, and those that the GPUs have. */
export type MemoryAboveGpu = { readonly target: string; readonly bytes: number; readonly gpuBytes: number };

/** "GB" in a table may be 10^9 or 2^30 bytes, on either side. */
const mostUnitDifference = 1.074;

/** More memory in use than the GPUs have. */
export const memoryAboveGpu: AuditRule<'memory-above-gpu', MemoryAboveGpu> = {
  code: 'memory-above-gpu',
  severity: 'error',
  explanation:
    'The figure is of something else: of the host, of several GPUs added up, or of reserved addresses.',
  reference: {
    basis: 'memory in use <= memory of all GPUs; 7.4 % are allowed for GB against GiB',
    addresses: [],
  },
  find: (result) => {
    const sizes = result.environment.gpus.map(({ memory }) => memory);
    const known = sizes.filter((size) => size !== null);
    if (known.length === 0 || known.length < sizes.length) return [];
    const gpuBytes = known.reduce((sum, size) => sum + size, 0);
    return result.targets.flatMap(({ name, memory, simulated }) => {
      const values = [memory.loaded, memory.inference, memory.peak].map(({ value }) => value ?? 0);
      const bytes = Math.max(...values);
      if (simulated || bytes <= gpuBytes * mostUnitDifference) return [];
      return [{ where: [{ kind: 'target', target: name }], evidence: { target: name, bytes, gpuBytes } }];
    });
  },
};
