import type { Result } from '../../../result/result-file.ts';
import { computeCapabilityOf } from '../../physical-limit/accelerators/find-accelerator.ts';

type Gpu = Result['environment']['gpus'][number];

/** A GPU's compute capability: as reported, else as its name tells; `null` where neither does. */
export const capabilityOf = ({ name, computeCapability }: Gpu): string | null =>
  computeCapability ?? computeCapabilityOf(name);
