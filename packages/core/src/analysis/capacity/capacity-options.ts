/** What the search changes: users of a closed loop, or requests per second of an open one. */
export type CapacityVary = 'users' | 'rate';

/** Where and how closely to look for a capacity. Levels are users, or requests per second. */
export type CapacitySearchOptions = {
  readonly vary: CapacityVary;
  /** The first level. */
  readonly start: number;
  readonly minimum: number;
  readonly maximum: number;
  /** The search ends where the lowest level that breaks is above the highest one that keeps by no more than this share; 0.05 is what repeats of a stage differ by anyway. */
  readonly resolution: number;
  /** Stages at a border level at most; an odd number. It is decided as soon as more than half of them agree. */
  readonly repeats: number;
  /** Stages of the whole search at most, the confirmation included. */
  readonly maximumStages: number;
  /** Time of the whole search at most, in microseconds; `null` for none. */
  readonly maximumMicros: number | null;
};
