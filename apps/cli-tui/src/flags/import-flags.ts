/** The flags of `import` as the command line gives them. */
export type ImportFlags = {
  readonly format?: string;
  readonly mapping?: string;
  readonly target: readonly string[];
  readonly users?: string;
  readonly name?: string;
  readonly output?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
};
