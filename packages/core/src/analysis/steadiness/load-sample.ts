/**
 * What a running stage looks like at one instant: totals since the stage began, and the requests in flight just now.
 * Taken about four times a second by whoever watches the stage; the first one at the stage's begin.
 */
export type LoadSample = {
  /** Instant in microseconds; only differences count. */
  readonly atMicros: number;
  readonly inFlight: number;
  readonly dispatched: number;
  readonly completed: number;
  readonly failed: number;
  /** Output tokens; stream events where the server's tokens are unknown, as only their trend counts. */
  readonly tokens: number;
  /** Requests whose first token has come. */
  readonly firstTokens: number;
  /** Sum of their times to first token, microseconds. */
  readonly firstTokenSumMicros: number;
};
