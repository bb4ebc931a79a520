import type { ProgressFlags } from './progress-flags.ts';

/** The flags of `calibrate` as the command line gives them. */
export type CalibrateFlags = ProgressFlags & {
  readonly workers?: string;
  readonly quick?: boolean;
  readonly json?: boolean;
};
