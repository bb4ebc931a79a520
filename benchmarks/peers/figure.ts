/** A figure of a client's own result, microseconds; null with the reason when its result does not hold it. */
export type Figure =
  | { readonly micros: number; readonly reason?: never }
  | { readonly micros: null; readonly reason: string };

/** What a client says it measured. */
export type PeerReading = {
  /** Mean time to the first token over all requests. */
  readonly firstTokenMean: Figure;
  /** The 99th percentile over all gaps between two successive events of one stream. */
  readonly gapP99: Figure;
};

/** A figure from milliseconds. */
export const fromMillis = (millis: number): Figure => ({ micros: millis * 1e3 });

/** A figure from seconds. */
export const fromSeconds = (seconds: number): Figure => ({ micros: seconds * 1e6 });

/** A figure that the client's result does not hold, and why. */
export const unknownFigure = (reason: string): Figure => ({ micros: null, reason });
