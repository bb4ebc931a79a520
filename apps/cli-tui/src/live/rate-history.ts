/** Tokens per second, one value for each whole second of a stage. */
export type RateHistory = {
  readonly startedAt: number;
  /** The newest last. */
  readonly rates: readonly number[];
  /** The last total that came, and when; milliseconds since the epoch. */
  readonly lastAt: number;
  readonly lastTotal: number;
  /** The total at the end of the last whole second. */
  readonly secondTotal: number;
};

/** A screen has no more columns than this. */
const keptSeconds = 300;

/** The history of a stage that has just started. */
export const startRates = (startedAt: number): RateHistory => ({
  startedAt,
  rates: [],
  lastAt: startedAt,
  lastTotal: 0,
  secondTotal: 0,
});

/**
 * The history with a total that came at an instant. What was counted since the total before is spread evenly over that
 * time: a progress that comes late makes neither a hole nor a peak, and the seconds always add up to the total.
 */
export function withTotal(history: RateHistory, at: number, total: number): RateHistory {
  const { startedAt, lastAt, lastTotal } = history;
  if (at <= lastAt) return { ...history, lastTotal: Math.max(lastTotal, total) };
  const perMilli = (total - lastTotal) / (at - lastAt);
  const firstSecond = Math.floor((lastAt - startedAt) / 1000) + 1;
  const lastSecond = Math.floor((at - startedAt) / 1000);
  const from = Math.max(firstSecond, lastSecond - keptSeconds + 1);
  const totalAfter = (second: number): number => lastTotal + perMilli * (startedAt + second * 1000 - lastAt);
  const rates = [...history.rates];
  let secondTotal = from === firstSecond ? history.secondTotal : totalAfter(from - 1);
  for (let second = from; second <= lastSecond; second++) {
    rates.push(totalAfter(second) - secondTotal);
    secondTotal = totalAfter(second);
  }
  return { startedAt, rates: rates.slice(-keptSeconds), lastAt: at, lastTotal: total, secondTotal };
}
