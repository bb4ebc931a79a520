/** Live totals for a screen; read at any time, complete at no particular one. */
export type Progress = {
  dispatched: number;
  completed: number;
  failed: number;
  events: number;
  tokens: number;
  inFlight: number;
  /** First tokens seen, and the sum of their service times in microseconds. */
  firstTokens: number;
  firstTokenSum: number;
};

export const noProgress = (): Progress => ({
  dispatched: 0,
  completed: 0,
  failed: 0,
  events: 0,
  tokens: 0,
  inFlight: 0,
  firstTokens: 0,
  firstTokenSum: 0,
});
