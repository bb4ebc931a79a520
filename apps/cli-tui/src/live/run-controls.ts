/** What a person can ask of a run that is under way, here or on an agent. */
export type RunControls = {
  /** Starts no more requests, lets those in flight end, writes what there is. */
  stop(): void;
  /** Cuts what is in flight and ends. */
  cut(): void;
  /** Waits before the next stage, until it is released. */
  hold(): void;
  release(): void;
  /** Ends the stage that runs; what it measured is kept as partial, and the next one starts. */
  skip(): void;
};
