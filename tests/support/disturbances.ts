/** What may hold the main thread of a run. `none` and `stuck-disk` leave it alone; the test does those from outside. */
export const disturbances = [
  'none',
  'busy-loop',
  'garbage-collection',
  'blocking-screen',
  'stuck-disk',
] as const;
export type Disturbance = (typeof disturbances)[number];

export const isDisturbance = (word: string): word is Disturbance =>
  disturbances.some((known) => known === word);

/** The load of a disturbed run, and how long its main thread is held each time. */
export const disturbedLoad = { users: 4, requests: 24, outputTokens: 30, blockMillis: 500 } as const;

/** What a disturbed run says of itself at its end. The counts are of answers that the load worker had by then. */
export type DisturbedReport = {
  readonly blocks: readonly {
    readonly millis: number;
    readonly completedBefore: number;
    readonly completedAfter: number;
  }[];
};
