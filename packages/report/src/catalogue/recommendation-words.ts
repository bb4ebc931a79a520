import type { Doubt, JudgementReason, Target, TipCode, UseCase } from '@kneepoint/core';

/** What cells are about, by the names that recommendations give them. */
export const cellMetrics = [
  'outputThroughput',
  'peakOutputThroughput',
  'requestSpeed',
  'ttft',
  'ttftP50',
  'ttftP99',
  'ttftResponseP50',
  'ttftResponseP99',
  'tokenGapP50',
  'chunkGapP50',
  'goodput',
  'errorRate',
  'variation',
  'initTime',
  'memoryLoaded',
  'workarounds',
] as const;
export type CellMetricName = (typeof cellMetrics)[number];

/** A ratio in favour of a winner, with its interval where there is one. */
export type CellWin = {
  readonly winner: string;
  readonly factor: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the lower value wins: a time. */
  readonly isLess: boolean;
};

/** A tip's numbers and names, each by its name; a number that is not there is not written. */
export type TipFacts = {
  readonly target: string;
  readonly engine: Target['engine'];
  readonly number: (name: string) => number;
  readonly has: (name: string) => boolean;
  /** The argument that the tip is about, as it was written; `null` where it is not known. */
  readonly argument: string | null;
  readonly throttle: 'hardware-slowdown' | 'software-thermal' | 'hardware-thermal' | 'power-brake' | null;
};

/** The words of the recommendations. */
export type RecommendationWords = {
  readonly heading: string;
  readonly intro: string;
  readonly useCaseColumn: string;
  readonly choiceColumn: string;
  readonly cellsColumn: string;
  readonly useCase: Record<UseCase, string>;
  readonly metric: Record<CellMetricName, string>;
  /** A metric at a load: "output throughput with 50 users". */
  readonly at: (metric: string, level: string) => string;
  readonly noMeasuredDifference: string;
  readonly contradictory: string;
  readonly undecided: string;
  readonly notMeasured: string;
  /** "TTFT p99 with 50 users: vllm 210 ms, sglang 1.05 s; vllm is lower by a factor of 5" */
  readonly cell: (name: string, values: readonly string[], verdict: string | null) => string;
  readonly value: (target: string, value: string) => string;
  readonly win: (win: CellWin) => string;
  readonly noDifference: (low: number | null, high: number | null) => string;
  /** A ratio above 1 of single values, which decides nothing. */
  readonly seen: (higher: string, lower: string, factor: number) => string;
  /** Shown beside the cells that decide: one value each. */
  readonly beside: string;
  readonly reason: Record<JudgementReason, string>;
  readonly doubt: Record<Doubt, string>;
  /** Doubts after a choice, and those under a table that hold for all of it. */
  readonly doubts: (doubts: readonly string[]) => string;
  readonly allDoubts: (doubts: readonly string[]) => string;
  /** Between the remarks of one cell. */
  readonly separator: string;
  readonly tipsHeading: string;
  readonly tipsIntro: string;
  readonly noTips: string;
  readonly tips: Record<TipCode, (facts: TipFacts) => string>;
};
