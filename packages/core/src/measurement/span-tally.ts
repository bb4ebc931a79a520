/** What is summed over the window, and over the whole stage. Tokens are counts; unknown ones are counted as requests. */
export type SpanTally = {
  completed: number;
  failed: number;
  outputTokens: number;
  inputTokens: number;
  /** Requests with token events of which the number of tokens is unknown. */
  unknownOutput: number;
  unknownInput: number;
  /** Sums over completed requests with known counts, for the mean speed of one request. */
  speedSum: number;
  speedCount: number;
};

export const emptyTally = (): SpanTally => ({
  completed: 0,
  failed: 0,
  outputTokens: 0,
  inputTokens: 0,
  unknownOutput: 0,
  unknownInput: 0,
  speedSum: 0,
  speedCount: 0,
});
