/** The words of the frame of `kneepoint tui`: its keys, and what it says where a screen has nothing to show. */
export type AppWords = {
  readonly loading: string;
  readonly keys: {
    readonly help: string;
    readonly back: string;
    readonly leave: string;
    readonly leaveAtOnce: string;
    readonly suspend: string;
  };
  /** Titles of screens in the breadcrumb. */
  readonly help: string;
  readonly history: string;
  /** A screen that could not be shown: the first words before what went wrong. */
  readonly cannotShow: string;
  /** Where output or input is no terminal, or one that cannot move its cursor; names the plain command. */
  readonly needsTerminal: string;
};
