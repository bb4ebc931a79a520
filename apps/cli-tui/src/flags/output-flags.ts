/** Flags of a command that writes a result file and can print it instead. */
export type OutputFlags = {
  readonly output?: string;
  readonly json?: boolean;
  /** Set by `--output -`: what would be in the file goes to stdout, and nothing else does. */
  readonly printsResult?: boolean;
};

/** `--output -`: no file, and the result itself on stdout as it would be in one. */
export function withStdout<Flags extends OutputFlags>(flags: Flags): Flags {
  if (flags.output !== '-') return flags;
  const { output: _stdout, ...others } = flags;
  return { ...others, json: true, printsResult: true } as unknown as Flags;
}
