import type { Environment } from '@kneepoint/core';
import type { GpuFacts } from '../gpu/gpu-reader.ts';
import type { Fact } from './fact.ts';

/** The GPUs as a result's environment has them, with the reasons for what is missing, by name. */
export function resultGpus(gpus: Fact<readonly GpuFacts[]>): Pick<Environment, 'gpus' | 'reasons'> {
  if (gpus.value === null) return { gpus: [], reasons: { gpus: gpus.reason } };
  const reasons: Record<string, string> = {};
  for (const { computeCapability, cuda, driver, index, memoryBytes, name } of gpus.value) {
    for (const [field, fact] of Object.entries({
      name,
      memory: memoryBytes,
      driver,
      cuda,
      computeCapability,
    })) {
      if (fact.reason !== null) reasons[`gpus.${index}.${field}`] = fact.reason;
    }
  }
  return {
    gpus: gpus.value.map(({ computeCapability, cuda, driver, memoryBytes, name }) => ({
      name: name.value ?? 'unnamed',
      memory: memoryBytes.value,
      driver: driver.value,
      cuda: cuda.value,
      computeCapability: computeCapability.value,
    })),
    reasons,
  };
}
