/** What one decode step has to do; rates are of all the accelerators that serve together. */
export type DecodeStep = {
  /** Bytes of weights that a step reads, whatever the batch. */
  readonly weightBytes: number;
  /** Bytes of one user's cached keys and values that a step reads; `null`: unknown and left out, so the limit is looser. */
  readonly cacheBytesPerUser: number | null;
  /** Floating point operations for one token; `null`: unknown and left out. */
  readonly flopsPerToken: number | null;
  /** Bytes per second. */
  readonly bandwidth: number;
  /** Operations per second; `null`: unknown and left out. */
  readonly peakFlops: number | null;
  /** Sequences in the batch. */
  readonly users: number;
};

/** The most output tok/s that a batch can give, the least seconds of a step, and what bounds it. */
export type DecodeLimit = {
  readonly tokensPerSecond: number;
  readonly stepSeconds: number;
  readonly boundBy: 'bandwidth' | 'compute';
};

/**
 * The least time of one decode step, `max(bytes read / bandwidth, FLOPs / peak)`, and the output tok/s at it. A step
 * yields a token per sequence: servers that guess several ahead (speculative decoding) may rightly be above it.
 *
 *     bytes read = weights + users * cache of a user        FLOPs = users * FLOPs of a token
 */
export function decodeLimit(step: DecodeStep): DecodeLimit {
  const bytes = step.weightBytes + step.users * (step.cacheBytesPerUser ?? 0);
  const reading = bytes / step.bandwidth;
  const computing =
    step.flopsPerToken === null || step.peakFlops === null
      ? 0
      : (step.users * step.flopsPerToken) / step.peakFlops;
  const stepSeconds = Math.max(reading, computing);
  return {
    tokensPerSecond: step.users / stepSeconds,
    stepSeconds,
    boundBy: computing > reading ? 'compute' : 'bandwidth',
  };
}

/** What a prefill has to do: read the weights once and compute every token. */
export type PrefillStep = {
  readonly inputTokens: number;
  readonly weightBytes: number;
  readonly flopsPerToken: number | null;
  readonly bandwidth: number;
  readonly peakFlops: number | null;
};

/** The most input tok/s of one prompt: `tokens / max(weight bytes / bandwidth, tokens * FLOPs of a token / peak)`. */
export function prefillLimit(step: PrefillStep): DecodeLimit {
  const { inputTokens, ...rest } = step;
  // A decode step of so many sequences does the same work: each token meets all weights, which are read once.
  return decodeLimit({ ...rest, users: inputTokens, cacheBytesPerUser: null });
}
