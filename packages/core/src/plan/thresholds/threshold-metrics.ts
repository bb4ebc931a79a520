/** Latency distributions of a stage, named as in the result. */
export const thresholdLatencies = [
  'ttft',
  'ttftResponse',
  'ttfa',
  'timeToFirstText',
  'tpot',
  'ntpot',
  'tokenGap',
  'chunkGap',
  'maxStall',
  'e2e',
  'e2eResponse',
  'startLag',
  'connectTime',
] as const;
/** One of them. */
export type ThresholdLatency = (typeof thresholdLatencies)[number];

/** Latencies that count from a schedule, so that only open-loop stages have them. */
export const scheduledLatencies: readonly string[] = [
  'startLag',
  'ttftResponse',
  'e2eResponse',
] satisfies readonly ThresholdLatency[];

/** Rates of a stage with their unit. */
export const rateUnits = {
  outputThroughput: 'tok/s',
  inputThroughput: 'tok/s',
  totalThroughput: 'tok/s',
  throughputPerUser: 'tok/s',
  requestSpeed: 'tok/s',
  decodeSpeed: 'tok/s',
  requestThroughput: 'req/s',
} as const;
/** One of them. */
export type RateMetric = keyof typeof rateUnits;

/** Numbers of requests of a whole stage. */
export const countMetrics = [
  'planned',
  'dispatched',
  'dropped',
  'late',
  'completed',
  'failed',
  'cut',
] as const;
/** One of them. */
export type CountMetric = (typeof countMetrics)[number];

/** The percentiles of a latency as shares. */
export const percentileShares = {
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
  'p99.9': 0.999,
} as const;
/** One of them. */
export type Percentile = keyof typeof percentileShares;

/** What else a latency can be summed up by; the concurrency has these alone. */
export const summaryStatistics = ['mean', 'min', 'max'] as const;
/** One of them. */
export type SummaryStatistic = (typeof summaryStatistics)[number];

/** What a latency is summed up by. */
export type LatencyStatistic = SummaryStatistic | Percentile;

/** Whether a word names a percentile. */
export const isPercentile = (word: string): word is Percentile => Object.hasOwn(percentileShares, word);
/** Whether a word names a latency. */
export const isLatency = (word: string): word is ThresholdLatency =>
  (thresholdLatencies as readonly string[]).includes(word);
/** Whether a word names a rate. */
export const isRate = (word: string): word is RateMetric => Object.hasOwn(rateUnits, word);
/** Whether a word names a number of requests. */
export const isCount = (word: string): word is CountMetric =>
  (countMetrics as readonly string[]).includes(word);
/** Whether a word names a statistic that is no percentile. */
export const isSummary = (word: string): word is SummaryStatistic =>
  (summaryStatistics as readonly string[]).includes(word);

/** The names of the percentiles. */
export const percentiles = Object.keys(percentileShares).filter(isPercentile);
/** The names of the rates. */
export const rateMetrics = Object.keys(rateUnits).filter(isRate);

/** Every name that can stand for the metric of a threshold. */
export const metricNames: readonly string[] = [
  ...thresholdLatencies,
  ...rateMetrics,
  'concurrency',
  'errorRate',
  ...countMetrics,
  'goodput',
  'trust',
];
