/** From values to 0..1 along an axis. */
export type AxisScale = {
  readonly from: number;
  readonly to: number;
  position(value: number): number;
};

/** A linear axis from zero to a round figure above the highest value. */
export function zeroBasedScale(values: readonly number[]): AxisScale {
  const highest = Math.max(0, ...values);
  const to = highest === 0 ? 1 : roundUp(highest);
  return { from: 0, to, position: (value) => value / to };
}

/** An axis over the values as they are, linear or logarithmic (which needs values above zero, else it is linear). */
export function spanningScale(values: readonly number[], kind: 'linear' | 'log'): AxisScale {
  const from = Math.min(...values);
  const to = Math.max(...values);
  if (!(to > from)) return { from, to, position: () => 0.5 };
  const warp = kind === 'log' && from > 0 ? Math.log : (value: number): number => value;
  return {
    from,
    to,
    position: (value) => (warp(value) - warp(from)) / (warp(to) - warp(from)),
  };
}

/** The next of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step =
    [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value * 0.999_999) ?? 10;
  return step * power;
}
