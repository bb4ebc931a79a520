import type { Distributions, Excerpt, Figure, Metrics, Stage, StageLoad } from '@kneepoint/core';

/** Rates and shares of a stage. */
export const stageFigures = [
  'outputThroughput',
  'inputThroughput',
  'totalThroughput',
  'requestThroughput',
  'throughputPerUser',
  'requestSpeed',
  'decodeSpeed',
  'errorRate',
] as const;
export type StageFigure = (typeof stageFigures)[number];

/** What a source says of one load level; everything else is unknown, `missing` says why. */
export type StageFacts = {
  readonly suite: Stage['suite'];
  /** An ISO 639 code, `und` where the source does not say it. */
  readonly language: string;
  readonly load: StageLoad;
  readonly startedAt: string | null;
  readonly status: Pick<Stage, 'status' | 'statusReason'>;
  readonly latencies: Partial<Distributions>;
  readonly figures: Partial<Readonly<Record<StageFigure, Figure>>>;
  readonly concurrency: Partial<Metrics['concurrency']>;
  /** Why a metric is unknown that the source does not have. */
  readonly missing: string;
  /** Why there is no window. */
  readonly windowReason: string;
  /** Numbers of requests, where the source accounts for every one. */
  readonly counts: Stage['counts'];
  readonly errors: Stage['errors'];
  readonly lengths: Partial<Stage['lengths']>;
  readonly tokens: Partial<Pick<Stage['tokens'], 'source' | 'input' | 'output' | 'reasoning' | 'cached'>>;
  readonly excerpts: readonly Excerpt[];
  readonly quality: Stage['quality'];
};

/** The parts of a level that most sources do not have. */
export const nothingMore = {
  language: 'und',
  startedAt: null,
  status: { status: 'completed', statusReason: null },
  latencies: {},
  figures: {},
  concurrency: {},
  counts: null,
  errors: [],
  lengths: {},
  tokens: {},
  excerpts: [],
  quality: null,
} satisfies Partial<StageFacts>;
