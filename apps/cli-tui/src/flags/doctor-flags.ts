import type { TargetFlags, TlsWish } from './target-flags.ts';

/** The flags of `doctor` as the command line gives them. */
export type DoctorFlags = TargetFlags &
  TlsWish & {
    readonly strict?: boolean;
    readonly json?: boolean;
    readonly quiet?: boolean;
  };
