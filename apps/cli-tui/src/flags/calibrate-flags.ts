/** The flags of `calibrate` as the command line gives them. */
export type CalibrateFlags = {
  readonly workers?: string;
  readonly quick?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
};
