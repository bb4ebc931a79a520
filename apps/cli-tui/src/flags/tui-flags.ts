/** The flags of `tui` as the command line gives them. */
export type TuiFlags = {
  /** Addresses of agents, or names that the config has for them. */
  readonly agent: readonly string[];
  readonly tokenEnv?: string;
};
