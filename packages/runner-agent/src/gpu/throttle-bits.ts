import type { ThrottleReason } from '@kneepoint/core';

/**
 * Bits of NVML's clocks event reasons (nvml.h) that hold the clocks down. The others say that the GPU idles (0x1), that
 * clocks were set by a person (0x2), are in step with another GPU (0x10) or follow a display (0x100).
 */
const reasonBits: readonly (readonly [bigint, ThrottleReason])[] = [
  [0x4n, 'power-cap'],
  [0x8n, 'hardware-slowdown'],
  [0x20n, 'software-thermal'],
  [0x40n, 'hardware-thermal'],
  [0x80n, 'power-brake'],
];

/** The reasons in a mask of NVML, also as `nvidia-smi` prints it. */
export function throttleReasons(mask: bigint): readonly ThrottleReason[] {
  return reasonBits.filter(([bit]) => (mask & bit) !== 0n).map(([, reason]) => reason);
}
