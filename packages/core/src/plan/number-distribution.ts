/**
 * Where a number of a request comes from: a length in tokens, a pause in microseconds. Drawn by seed, so that request k
 * draws the same one in every worker.
 */
export type NumberDistribution =
  | { readonly kind: 'fixed'; readonly value: number }
  /** Every whole number from `min` to `max` is equally likely. */
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  /** Draws outside `min` to `max` are drawn again. */
  | {
      readonly kind: 'normal';
      readonly mean: number;
      readonly deviation: number;
      readonly min: number;
      readonly max: number;
    }
  /** `sigma` is the standard deviation of the natural logarithm; draws outside `min` to `max` are drawn again. */
  | {
      readonly kind: 'lognormal';
      readonly median: number;
      readonly sigma: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'exponential'; readonly mean: number }
  /** One of the values, each equally likely; `source` names the file that they are from. */
  | { readonly kind: 'empirical'; readonly values: readonly number[]; readonly source: string };

/** Always the same number. */
export const fixedNumber = (value: number): NumberDistribution => ({ kind: 'fixed', value });
