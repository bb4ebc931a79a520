import type { AuditRule } from '../audit-rule.ts';
import { weightBytesOf } from '../reading/target-limits.ts';

/** Bytes that the target held, and those of its weights. */
export type MemoryBelowWeights = {
  readonly target: string;
  readonly bytes: number;
  readonly weightBytes: number;
};

/** Memory in use that the weights alone exceed. */
export const memoryBelowWeights: AuditRule<'memory-below-weights', MemoryBelowWeights> = {
  code: 'memory-below-weights',
  severity: 'error',
  explanation:
    'A loaded model holds its weights. Less memory than that means that another model, another type or another device was looked at.',
  reference: { basis: 'bytes of the weights = parameters * bytes of their type', addresses: [] },
  find: (result) =>
    result.targets.flatMap(({ name, memory, simulated }) => {
      const bytes = memory.peak.value ?? memory.inference.value ?? memory.loaded.value;
      const weightBytes = weightBytesOf(result, name);
      const isOnGpus = result.environment.gpus.length === 1;
      if (simulated || !isOnGpus || bytes === null || weightBytes === null || bytes >= weightBytes) return [];
      return [{ where: [{ kind: 'target', target: name }], evidence: { target: name, bytes, weightBytes } }];
    }),
};
