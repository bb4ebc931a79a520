/** The flags of `diff` as the command line gives them. */
export type DiffFlags = {
  readonly allow: readonly string[];
  readonly metric: readonly string[];
  readonly name?: string;
  readonly markdown?: string;
  readonly language?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
};
