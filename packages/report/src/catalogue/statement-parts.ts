import type { Stage } from '@kneepoint/core';

/** A ratio that a comparison found, in favour of its winner, with its 95 % interval. */
export type WonRatio = {
  readonly winner: string;
  readonly factor: number;
  readonly low: number;
  readonly high: number;
};

/** A ratio without an interval: `higher` has `factor` times the value of `lower`. */
export type PlainRatio = { readonly higher: string; readonly lower: string; readonly factor: number };

/** The verdict of a comparison as a reader needs it. */
export type Outcome =
  | ({ readonly kind: 'won' } & WonRatio)
  | { readonly kind: 'no-difference'; readonly low: number | null; readonly high: number | null }
  /** The ratio that was seen, if the stages may be looked at, and why it decides nothing. */
  | {
      readonly kind: 'inconclusive';
      readonly why: 'invalid-stage' | 'one-repeat' | 'other';
      readonly ratio: PlainRatio | null;
    }
  /** One value each, so there is a ratio but no interval. */
  | ({ readonly kind: 'one-value' } & PlainRatio)
  | { readonly kind: 'not-compared' };

/** A time in microseconds, and whether it is a median or, of a few requests, a mean. */
export type TypicalTime = { readonly micros: number; readonly statistic: 'p50' | 'mean' };

/** A target with one of its figures. */
export type Named = { readonly target: string; readonly value: number };

/** One reason of a trust verdict, as the result gives it. */
export type TrustReason = Stage['trust']['reasons'][number];

/** A measured point of a scaling curve. */
export type Point = { readonly users: number; readonly tokensPerSecond: number };
