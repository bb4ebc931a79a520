/** One request as an engine sees it. The engine calls back at planned instants (microseconds on the caller's clock). */
export interface EngineSequence {
  readonly promptTokens: number;
  /** Tokens to produce; 0 ends the sequence with its prefill. */
  readonly outputTokens: number;
  /** Hashes of the prompt's full blocks, each including all before it; empty where nothing can be shared. */
  readonly blockHashes: readonly number[];
  /** The sequence left the queue; `cachedTokens` of its prompt were in the prefix cache. */
  onAdmitted(plannedMicros: number, cachedTokens: number): void;
  /** `count` tokens are to be sent now, planned for `plannedMicros`; `finished` with the last ones. */
  onTokens(count: number, finished: boolean, plannedMicros: number): void;
}

/** What an engine is doing at the moment. */
export interface EngineLoad {
  readonly running: number;
  readonly waiting: number;
  readonly kvUsedTokens: number;
  readonly kvCapacityTokens: number;
  readonly preemptions: number;
  readonly prefixQueriedTokens: number;
  readonly prefixHitTokens: number;
}

/**
 * A model server's scheduler on virtual time: it never reads a clock. Whoever drives it submits sequences and advances
 * it to an instant; it does everything that was planned up to there, in order, and says when it has to be called next.
 */
export interface TokenEngine {
  submit(sequence: EngineSequence, nowMicros: number): void;
  /** Forgets a sequence (the client went away); no callback follows. */
  cancel(sequence: EngineSequence): void;
  /** The next planned instant; infinity when there is nothing to do. */
  nextInstant(): number;
  /**
   * Does what was planned up to `nowMicros`. An engine whose sequences step one by one stops after `mostSteps` of them,
   * the rest still overdue, so that its driver can look at the sockets in the middle of a burst.
   */
  advance(nowMicros: number, mostSteps?: number): void;
  load(): EngineLoad;
  /** Empties the prefix cache; false while sequences run or wait. */
  clearPrefixCache(): boolean;
}

/** How many produced tokens go out now: the first at once, then groups of `streamInterval`, all with the last. */
export function tokensDue(produced: number, sent: number, isLast: boolean, streamInterval: number): number {
  const pending = produced - sent;
  return isLast || sent === 0 || pending >= streamInterval ? pending : 0;
}
