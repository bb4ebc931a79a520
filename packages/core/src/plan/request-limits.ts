/** Latencies of one request that a service level objective may limit; the names are those of the result. */
export const limitedLatencies = [
  'ttft',
  'ttftResponse',
  'ttfa',
  'timeToFirstText',
  'tpot',
  'ntpot',
  'tokenGap',
  'maxStall',
  'e2e',
  'e2eResponse',
] as const;
/** One of them. A request's `tokenGap` is its mean one, which is its `tpot`. */
export type LimitedLatency = (typeof limitedLatencies)[number];

/** One limit: the latency of a request must be below it, in microseconds. */
export type RequestLimit = { readonly latency: LimitedLatency; readonly belowMicros: number };

/** What a request has to keep to count as good: every limit. `text` is how a person wrote it. */
export type RequestObjective = { readonly text: string; readonly limits: readonly RequestLimit[] };
