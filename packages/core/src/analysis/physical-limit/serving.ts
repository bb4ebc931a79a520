import type { ServedModel } from './served-model.ts';

/** A model on the accelerators that serve it; rates are of all of them together. */
export type Serving = {
  readonly model: ServedModel;
  readonly accelerator: string;
  readonly accelerators: number;
  /** Bytes per second. */
  readonly bandwidth: number;
  /** Operations per second. */
  readonly peakFlops: number | null;
  /** Whether a step may yield several tokens of one sequence. */
  readonly isSpeculative: boolean;
};
