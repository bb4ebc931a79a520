/** What the search changes: users of a closed loop, or requests per second of an open one. */
export type CapacityVary = 'users' | 'rate';

/** Where and how closely to look for a capacity. Levels are users, or requests per second. */
export type CapacitySearchOptions = {
  readonly vary: CapacityVary;
  /** The first level. */
  readonly start: number;
  readonly minimum: number;
  readonly maximum: number;
  /** The search ends where the lowest level that breaks is above the highest one that keeps by no more than this share. */
  readonly resolution: number;
  /** Stages at a border level at most; an odd number. It is decided as soon as more than half of them agree. */
  readonly repeats: number;
  /** Stages of the whole search at most, the confirmation included. */
  readonly maximumStages: number;
  /** Time of the whole search at most, in microseconds; `null` for none. */
  readonly maximumMicros: number | null;
};

/** Levels closer than this are one level: the 5 % that repeats of a stage differ by anyway. */
export const defaultResolution = 0.05;
/** Best of three. */
export const defaultRepeats = 3;
/** Twice what a search from 8 users to a thousand takes without an accident. */
export const defaultMaximumStages = 40;
