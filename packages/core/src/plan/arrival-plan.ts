import type { Micros } from '../units/units.ts';

/** How arrivals follow one another in an open loop. */
export const arrivalKinds = ['constant', 'poisson', 'gamma', 'ramp', 'steps', 'trace', 'at-once'] as const;
/** One of them. */
export type ArrivalKind = (typeof arrivalKinds)[number];

/** A rate held for a time. */
export type RateStep = { readonly requestsPerSecond: number; readonly micros: Micros };

/** Planned arrivals as data; `schedule` turns them into instants. Rates are requests per second. */
export type ArrivalPlan =
  | { readonly kind: 'constant'; readonly requestsPerSecond: number }
  | { readonly kind: 'poisson'; readonly requestsPerSecond: number }
  /** Gaps are gamma distributed with this shape: 1 is Poisson, below 1 arrivals bunch, above 1 they even out. */
  | { readonly kind: 'gamma'; readonly requestsPerSecond: number; readonly burstiness: number }
  /** The rate goes from one to the other over the time, on a line or an exponential curve; it stays there afterwards. */
  | {
      readonly kind: 'ramp';
      readonly from: number;
      readonly to: number;
      readonly curve: 'linear' | 'exponential';
      readonly micros: Micros;
    }
  /** One rate after the other; the arrivals end with the last. */
  | { readonly kind: 'steps'; readonly steps: readonly RateStep[] }
  /** Recorded arrivals; a time scale of 2 plays them twice as fast. The instants come beside the plan. */
  | { readonly kind: 'trace'; readonly source: string; readonly timeScale: number }
  /** So many arrivals at the first instant. */
  | { readonly kind: 'at-once'; readonly count: number };
