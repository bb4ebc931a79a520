import type { CountMetric, LatencyStatistic, RateMetric, ThresholdLatency } from './threshold-metrics.ts';

type MetricName =
  | ThresholdLatency
  | RateMetric
  | CountMetric
  | 'concurrency'
  | 'errorRate'
  | 'goodput'
  | 'trust';

/** What each metric is, in half a sentence. */
export const metricMeanings: Readonly<Record<string, string>> = {
  ttft: 'time from the sent request to the first token',
  ttftResponse: 'time from the planned arrival to the first token; open loop only',
  ttfa: 'time from the sent request to the first token that is not reasoning',
  timeToFirstText: 'time from the sent request to the first visible text',
  tpot: 'time per output token after the first event of a request',
  ntpot: 'time from the sent request to the last token, per output token',
  tokenGap: 'time between two tokens; known where the tokens of each event are',
  chunkGap: 'time between two events that carry tokens',
  maxStall: 'longest time between two events of a request',
  e2e: 'time from the sent request to the last token',
  e2eResponse: 'time from the planned arrival to the last token; open loop only',
  startLag: 'how late the client started a request; open loop only',
  connectTime: 'waiting for a connection and opening it',
  outputThroughput: 'output tokens per second of all requests',
  inputThroughput: 'input tokens per second of all requests',
  totalThroughput: 'input and output tokens per second',
  throughputPerUser: 'output tokens per second over the achieved concurrency',
  requestSpeed: 'output tokens per second of one request, from its start to its last token',
  decodeSpeed: 'output tokens per second of one request after its first token',
  requestThroughput: 'completed requests per second',
  planned: 'requests that were to be sent',
  dispatched: 'requests that were sent',
  dropped: 'arrivals that were never sent, because the cap was reached',
  late: 'arrivals that were sent late, because the cap was reached',
  completed: 'requests that got their whole answer',
  failed: 'requests that failed',
  cut: 'requests that the end of the stage cut',
  concurrency: 'requests in flight, weighted by time',
  errorRate: 'failed requests out of those that completed or failed',
  goodput: 'requests that kept every limit in the brackets: their share of all planned ones, or their rate',
  trust: 'how far the figures of the stage can be trusted: valid, suspect or invalid',
} satisfies Record<MetricName, string>;

/** What each statistic of a latency is. */
export const statisticMeanings: Readonly<Record<string, string>> = {
  p50: 'median; takes 7 samples',
  p75: 'percentile 75; takes 17 samples',
  p90: 'percentile 90; takes 44 samples',
  p95: 'percentile 95; takes 90 samples',
  p99: 'percentile 99; takes 459 samples',
  'p99.9': 'percentile 99.9; takes 4603 samples',
  mean: 'mean',
  min: 'smallest',
  max: 'largest',
  certified: 'before a percentile: the bound that lies above the true percentile with 99 % confidence',
} satisfies Record<LatencyStatistic | 'certified', string>;
