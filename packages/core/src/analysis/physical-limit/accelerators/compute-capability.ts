/** The first CUDA toolkit, and the first branch of NVIDIA's driver, that know a compute capability. */
export type ComputeCapabilitySupport = {
  computeCapability: string;
  /** Number of the driver branch: `570` of 570.86.10. */
  leastDriver: number;
  leastCuda: string;
  source: string;
};

const releaseNotes = 'https://docs.nvidia.com/cuda/cuda-toolkit-release-notes/index.html';

/**
 * Newest last. The toolkit is the first whose release notes name the architecture; the driver is the branch that came
 * with it (table "CUDA Toolkit and Corresponding Driver Versions").
 */
export const computeCapabilities: readonly ComputeCapabilitySupport[] = [
  support('7.0', 384, '9.0'),
  support('7.5', 410, '10.0'),
  support('8.0', 450, '11.0'),
  support('8.6', 455, '11.1'),
  support('8.7', 470, '11.4'),
  support('8.9', 520, '11.8'),
  support('9.0', 520, '11.8'),
  support('10.0', 570, '12.8'),
  support('12.0', 570, '12.8'),
  support('10.3', 575, '12.9'),
  support('12.1', 575, '12.9'),
];

/** What a compute capability such as `12.0` needs; `null` for one that is not in the table. */
export function findComputeCapability(computeCapability: string): ComputeCapabilitySupport | null {
  return computeCapabilities.find((entry) => entry.computeCapability === computeCapability) ?? null;
}

function support(
  computeCapability: string,
  leastDriver: number,
  leastCuda: string,
): ComputeCapabilitySupport {
  return { computeCapability, leastDriver, leastCuda, source: releaseNotes };
}
