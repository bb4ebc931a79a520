import type { ParityCode, ParityDifference, ParitySide } from '@kneepoint/core';

/** How a difference between the targets' chances is said. */
export type ParityWords = {
  /** What differs: the name of a setting, of the work, or of the circumstances. */
  readonly name: Record<ParityCode, string>;
  /** A target's side: a value as the engine writes it, on or off, the engine's own default, or unknown. */
  readonly value: (code: ParityCode, side: ParitySide) => string;
  /** "CUDA graphs: vllm on by default, sglang off" */
  readonly difference: (difference: ParityDifference) => string;
};
