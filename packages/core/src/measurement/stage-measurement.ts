import type { TokenSource } from '../transport/flight.ts';
import type { ClassMeasurement } from './class-latencies.ts';
import type { Concurrency } from './concurrency-sweep.ts';
import type { ErrorCount } from './error-tally.ts';
import type { GoodputCount } from './goodput-tally.ts';
import type { KeptAnswer } from './kept-answer.ts';
import type { LatencyHistogram } from './latency-histogram.ts';
import type { LatencySet } from './latency-set.ts';
import type { AskedTotals } from './server-asked-totals.ts';
import type { SpanTally } from './span-tally.ts';

/** Everything measured in one stage, before any statistic. Instants are microseconds from the run's zero. */
export type StageMeasurement = {
  readonly windowOpen: number | null;
  readonly windowClose: number | null;
  readonly wholeStart: number;
  readonly wholeEnd: number;
  readonly warmup: {
    readonly requests: number;
    readonly duration: number;
    readonly errors: readonly ErrorCount[];
  };
  /** What the target was asked in the whole stage, warm-up included. */
  readonly asked: AskedTotals;
  readonly counts: {
    readonly planned: number;
    readonly dispatched: number;
    readonly dropped: number;
    /** Of the dispatched ones, those that the cap held back. */
    readonly late: number;
    readonly completed: number;
    readonly failed: number;
    readonly cut: number;
  };
  readonly errors: readonly ErrorCount[];
  readonly window: {
    readonly latencies: LatencySet;
    readonly tally: SpanTally;
    readonly concurrency: Concurrency | null;
  };
  readonly whole: {
    readonly latencies: LatencySet;
    readonly tally: SpanTally;
    readonly concurrency: Concurrency | null;
  };
  readonly cold: { readonly latencies: LatencySet; readonly count: number };
  /** One entry per objective of the stage, in their order. */
  readonly goodput: readonly GoodputCount[];
  /** One entry per request class of the stage, in their order. */
  readonly classes: readonly ClassMeasurement[];
  /** Tokens of completed requests, not latencies: the histogram counts whole numbers of any kind. */
  readonly lengths: { readonly input: LatencyHistogram; readonly output: LatencyHistogram };
  readonly tokens: {
    readonly sources: readonly TokenSource[];
    readonly input: number;
    readonly requestsWithInput: number;
    readonly output: number;
    readonly requestsWithOutput: number;
    readonly reasoning: number | null;
    readonly cached: number | null;
    readonly events: number;
    readonly requestsWithoutCount: number;
    readonly unseen: number;
  };
  readonly finishReasons: Readonly<Record<string, number>>;
  readonly keptAnswers: readonly KeptAnswer[];
};
