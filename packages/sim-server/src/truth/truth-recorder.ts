import { type DistributionSummary, LogHistogram } from './log-histogram.ts';

/** How a request ended, as far as the server knows. */
export type TruthOutcome = 'open' | 'completed' | 'aborted' | 'rejected' | 'faulted';

/** What really happened to one request. Times are microseconds since the server's start; null: did not happen. */
export interface TruthRequest {
  readonly id: number;
  readonly route: string;
  outcome: TruthOutcome;
  status: number;
  readonly stream: boolean;
  /** The request's last byte was read. */
  readonly arrival: number;
  /** The engine took it from the queue. */
  admitted: number | null;
  /** The first and the last event with a token were handed to the kernel. */
  firstToken: number | null;
  lastToken: number | null;
  /** When the model planned the first token; the difference is this process's own lateness. */
  plannedFirstToken: number | null;
  finished: number | null;
  tokens: number;
  /** Events that carried tokens. */
  events: number;
  promptTokens: number;
  cachedTokens: number;
}

/** The answer of `/truth`. Distributions are in microseconds. */
export interface TruthSnapshot {
  readonly profile: string;
  /** The zero of all times on the machine's monotonic clock, microseconds. */
  readonly zeroMonotonicMicros: number;
  readonly now: number;
  readonly requests: readonly TruthRequest[];
  readonly totals: {
    readonly requests: number;
    readonly completed: number;
    readonly tokens: number;
    readonly events: number;
    readonly promptTokens: number;
    readonly cachedTokens: number;
  };
  readonly timeToFirstToken: DistributionSummary;
  /** Time between two successive token events of one stream. */
  readonly gap: DistributionSummary;
  /** How late token events were written against the model's plan. */
  readonly lateness: DistributionSummary;
  /** Every gap in the order of writing, when the server was told to keep them. */
  readonly gaps: readonly number[] | null;
}

/** Collects the truth; cheap enough for each token (two histogram steps, no allocation). */
export class TruthRecorder {
  readonly timeToFirstToken = new LogHistogram();
  readonly gap = new LogHistogram();
  readonly lateness = new LogHistogram();
  private requests: TruthRequest[] = [];
  private gaps: Float64Array | null;
  private gapCount = 0;
  private nextId = 1;

  constructor(keepGaps: boolean) {
    this.gaps = keepGaps ? new Float64Array(4096) : null;
  }

  open(start: Pick<TruthRequest, 'route' | 'stream' | 'arrival' | 'promptTokens'>): TruthRequest {
    const request: TruthRequest = {
      id: this.nextId,
      ...start,
      outcome: 'open',
      status: 200,
      admitted: null,
      firstToken: null,
      lastToken: null,
      plannedFirstToken: null,
      finished: null,
      tokens: 0,
      events: 0,
      cachedTokens: 0,
    };
    this.nextId += 1;
    this.requests.push(request);
    return request;
  }

  /** An event with `tokens` tokens is written now. */
  tokensWritten(request: TruthRequest, tokens: number, nowMicros: number, plannedMicros: number): void {
    if (request.lastToken === null) {
      request.firstToken = nowMicros;
      request.plannedFirstToken ??= plannedMicros;
      this.timeToFirstToken.record(nowMicros - request.arrival);
    } else {
      const gap = nowMicros - request.lastToken;
      this.gap.record(gap);
      if (this.gaps !== null) this.keepGap(gap);
    }
    this.lateness.record(nowMicros - plannedMicros);
    request.lastToken = nowMicros;
    request.tokens += tokens;
    request.events += 1;
  }

  /** Forgets everything; requests that are open now go on unseen but for their distributions. */
  reset(): void {
    this.requests = [];
    this.gapCount = 0;
    this.timeToFirstToken.clear();
    this.gap.clear();
    this.lateness.clear();
  }

  snapshot(frame: Pick<TruthSnapshot, 'profile' | 'zeroMonotonicMicros' | 'now'>): TruthSnapshot {
    const totals = { requests: 0, completed: 0, tokens: 0, events: 0, promptTokens: 0, cachedTokens: 0 };
    for (const request of this.requests) {
      totals.requests += 1;
      if (request.outcome === 'completed') totals.completed += 1;
      totals.tokens += request.tokens;
      totals.events += request.events;
      totals.promptTokens += request.promptTokens;
      totals.cachedTokens += request.cachedTokens;
    }
    return {
      ...frame,
      totals,
      timeToFirstToken: this.timeToFirstToken.summary(),
      gap: this.gap.summary(),
      lateness: this.lateness.summary(),
      gaps: this.gaps === null ? null : Array.from(this.gaps.subarray(0, this.gapCount)),
      requests: this.requests.map((request) => ({ ...request })),
    };
  }

  private keepGap(gap: number): void {
    let gaps = this.gaps;
    if (gaps === null) return;
    if (this.gapCount === gaps.length) {
      const larger = new Float64Array(gaps.length * 2);
      larger.set(gaps);
      gaps = larger;
      this.gaps = larger;
    }
    gaps[this.gapCount] = gap;
    this.gapCount += 1;
  }
}
