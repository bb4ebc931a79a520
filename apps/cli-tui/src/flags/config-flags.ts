/** The flags of `config init` as the command line gives them. */
export type ConfigInitFlags = {
  readonly project?: boolean;
  readonly output?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
};
