import type { LatencyName } from '../../result/figure-schema.ts';
import type { Stage } from '../../result/stage-schema.ts';
import type { ComparableGroup } from './comparable-groups.ts';

/** What a metric is of a latency of single requests: its mean, a percentile, or the mean of tokens per second. */
export type LatencyStatistic = 'mean' | 'mean-speed' | 'p50' | 'p95' | 'p99';

/** Where an interval comes from when there is one repeat alone. */
export type OneRepeatSource =
  | { readonly kind: 'requests'; readonly latency: LatencyName; readonly statistic: LatencyStatistic }
  /** Output over time, cut into blocks. */
  | { readonly kind: 'blocks' }
  /** Nowhere: its values depend on each other, as all users of a batch wait for the same step. */
  | { readonly kind: 'nothing' };

/**
 * A value of a stage that targets are compared by; a percentile over several repeats is the mean of the repeats' own.
 * `distribution` is the latency whose requests are compared one by one beside it.
 */
export type ComparedMetric = {
  readonly name: string;
  readonly unit: 'tok/s' | 'us';
  readonly better: 'higher' | 'lower';
  readonly valueOf: (stage: Stage) => number | null;
  readonly oneRepeat: OneRepeatSource;
  readonly distribution: LatencyName | null;
};

const outputThroughput: ComparedMetric = {
  name: 'outputThroughput',
  unit: 'tok/s',
  better: 'higher',
  valueOf: (stage) => stage.metrics.outputThroughput.value,
  oneRepeat: { kind: 'blocks' },
  distribution: null,
};
const requestSpeed: ComparedMetric = {
  name: 'requestSpeed',
  unit: 'tok/s',
  better: 'higher',
  valueOf: (stage) => stage.metrics.requestSpeed.value,
  oneRepeat: { kind: 'requests', latency: 'ntpot', statistic: 'mean-speed' },
  distribution: null,
};
const isGap = (latency: LatencyName): boolean => latency === 'tokenGap' || latency === 'chunkGap';
const latencyMetric = (latency: LatencyName, statistic: 'mean' | 'p50' | 'p95' | 'p99'): ComparedMetric => ({
  name: statistic === 'mean' ? latency : `${latency}${statistic.toUpperCase()}`,
  unit: 'us',
  better: 'lower',
  valueOf: (stage) => stage.metrics[latency][statistic],
  oneRepeat: isGap(latency) ? { kind: 'nothing' } : { kind: 'requests', latency, statistic },
  // Gaps of one stream follow each other: to compare them one by one would pretend to far more evidence than there is.
  distribution: isGap(latency) || statistic === 'p95' || statistic === 'p99' ? null : latency,
});

const ttft = latencyMetric('ttft', 'mean');
const e2e = latencyMetric('e2e', 'mean');
const tpot = latencyMetric('tpot', 'mean');
const singleUser = [requestSpeed, ttft, e2e];

/**
 * What a group of stages is compared by. Means where the few requests of a single user have no percentiles; under load
 * the medians and the tails of what users wait for, from the schedule in an open loop. A percentile that no stage has is
 * left out.
 */
export function comparedMetrics(group: ComparableGroup): readonly ComparedMetric[] {
  switch (group.suite) {
    case 'single-user':
      return singleUser;
    case 'languages':
      return [requestSpeed];
    case 'context':
      return [ttft, requestSpeed];
    case 'audit':
      return [ttft, e2e];
    case 'calibrate':
      return [];
    case 'bench':
    case 'concurrency':
    case 'rate':
    case 'arrivals':
    case 'capacity':
      return underLoad(group);
  }
}

function underLoad({ stages }: ComparableGroup): readonly ComparedMetric[] {
  const isOpen = stages.some(({ load }) => load.loop === 'open');
  const isOneUser = stages.every(({ load }) => load.loop === 'closed' && load.users === 1);
  const gap = stages.every(({ metrics }) => metrics.tokenGap.p50 === null) ? 'chunkGap' : 'tokenGap';
  const percentiles = ([isOpen ? 'ttftResponse' : 'ttft', gap] as const)
    .flatMap((latency) => [latencyMetric(latency, 'p50'), latencyMetric(latency, 'p99')])
    .filter((metric) => stages.some((stage) => metric.valueOf(stage) !== null));
  const decoding = stages.some((stage) => tpot.valueOf(stage) !== null) ? [tpot] : [];
  return [outputThroughput, ...(isOneUser ? singleUser : []), ...percentiles, ...decoding];
}

/**
 * What a person may look at side by side: the above, and p95 and the response time besides. Nothing of it is corrected
 * together with another metric, so more of them change no verdict.
 */
export function everyMetric(group: ComparableGroup): readonly ComparedMetric[] {
  const usual = comparedMetrics(group);
  if (!usual.includes(outputThroughput)) return usual;
  const isOpen = group.stages.some(({ load }) => load.loop === 'open');
  const [ttft, e2e, gap] = isOpen
    ? (['ttftResponse', 'e2eResponse', 'tokenGap'] as const)
    : (['ttft', 'e2e', 'tokenGap'] as const);
  const more = [
    ...(['p50', 'p95', 'p99'] as const).map((statistic) => latencyMetric(e2e, statistic)),
    ...([ttft, gap, 'chunkGap'] as const).map((latency) => latencyMetric(latency, 'p95')),
  ].filter((metric) => group.stages.some((stage) => metric.valueOf(stage) !== null));
  return [...usual, ...more];
}

/** Every name that a comparison's `metric` may have; the first ones are compared by default in a `diff`. */
export const comparedMetricNames = [
  'outputThroughput',
  'requestSpeed',
  'ttft',
  'e2e',
  'tpot',
  'ttftP50',
  'ttftP99',
  'ttftResponseP50',
  'ttftResponseP99',
  'tokenGapP50',
  'tokenGapP99',
  'chunkGapP50',
  'chunkGapP99',
] as const;

/** Every name that `everyMetric` may give, in the order in which a person looks at them. */
export const everyMetricNames = [
  'outputThroughput',
  'requestSpeed',
  'ttft',
  'ttftP50',
  'ttftP95',
  'ttftP99',
  'ttftResponseP50',
  'ttftResponseP95',
  'ttftResponseP99',
  'tokenGapP50',
  'tokenGapP95',
  'tokenGapP99',
  'chunkGapP50',
  'chunkGapP95',
  'chunkGapP99',
  'tpot',
  'e2e',
  'e2eP50',
  'e2eP95',
  'e2eP99',
  'e2eResponseP50',
  'e2eResponseP95',
  'e2eResponseP99',
] as const;
export type EveryMetricName = (typeof everyMetricNames)[number];
