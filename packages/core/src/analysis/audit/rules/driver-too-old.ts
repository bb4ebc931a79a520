import type { Result } from '../../../result/result-file.ts';
import { findComputeCapability } from '../../physical-limit/accelerators/compute-capability.ts';
import type { AuditRule } from '../audit-rule.ts';
import { capabilityOf } from '../reading/gpu-capability.ts';
import { isBelow } from '../reading/versions.ts';

/** Versions as stated, and the least that the GPU needs; one that is new enough, or not stated, is `null`. */
export type DriverTooOld = {
  readonly gpu: string;
  readonly computeCapability: string;
  readonly driver: string | null;
  readonly leastDriver: number;
  readonly cuda: string | null;
  readonly leastCuda: string;
};

/** A driver or a CUDA version that does not know the GPU. */
export const driverTooOld: AuditRule<'driver-too-old', DriverTooOld> = {
  code: 'driver-too-old',
  severity: 'error',
  explanation:
    'A driver older than the GPU cannot start it. The figures were taken on another system than the one that is written down, so that nobody can repeat them.',
  reference: {
    basis: 'the first driver branch and the first CUDA toolkit that know each compute capability',
    addresses: ['https://docs.nvidia.com/cuda/cuda-toolkit-release-notes/index.html'],
  },
  find: ({ environment }) => {
    const found = environment.gpus.flatMap((gpu) => tooOld(gpu) ?? []);
    const distinct = new Map(found.map((evidence) => [JSON.stringify(evidence), evidence]));
    return [...distinct.values()].map((evidence) => ({ where: [{ kind: 'host' }], evidence }));
  },
};

function tooOld(gpu: Result['environment']['gpus'][number]): DriverTooOld | null {
  const computeCapability = capabilityOf(gpu);
  const support = computeCapability === null ? null : findComputeCapability(computeCapability);
  if (computeCapability === null || support === null) return null;
  const { leastDriver, leastCuda } = support;
  const driver = gpu.driver !== null && isBelow(gpu.driver, `${leastDriver}`) ? gpu.driver : null;
  const cuda = gpu.cuda !== null && isBelow(gpu.cuda, leastCuda) ? gpu.cuda : null;
  if (driver === null && cuda === null) return null;
  return { gpu: gpu.name, computeCapability, driver, leastDriver, cuda, leastCuda };
}
