/** The words of the live screen and of what all screens share: verdicts, help, a terminal that is too small. */
export type LiveWords = {
  readonly trust: Readonly<Record<'valid' | 'suspect' | 'invalid' | 'too-early', string>>;
  /** The title of the list of keys. */
  readonly keys: string;
  readonly closeHelp: string;
  tooSmall(sizes: {
    readonly columns: number;
    readonly rows: number;
    readonly now: { readonly columns: number; readonly rows: number };
  }): string;
};
