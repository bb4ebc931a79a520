import type { Thoroughness } from '../init/written-plan.ts';

/** The flags of `init` as the command line gives them. */
export type InitFlags = {
  readonly url: readonly string[];
  readonly thoroughness?: Thoroughness;
  readonly language?: string;
  readonly name?: string;
  readonly output: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly yes?: boolean;
  /** Goes on to the comparison at once. */
  readonly run?: boolean;
};
