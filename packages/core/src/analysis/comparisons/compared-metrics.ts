import type { Stage } from '../../result/stage-schema.ts';

/** A value of a stage that targets are compared by. Latencies are means over the window's requests, in microseconds. */
export type ComparedMetric = {
  readonly name: 'outputThroughput' | 'requestSpeed' | 'ttft' | 'e2e';
  readonly better: 'higher' | 'lower';
  readonly valueOf: (stage: Stage) => number | null;
};

const outputThroughput: ComparedMetric = {
  name: 'outputThroughput',
  better: 'higher',
  valueOf: (stage) => stage.metrics.outputThroughput.value,
};
const requestSpeed: ComparedMetric = {
  name: 'requestSpeed',
  better: 'higher',
  valueOf: (stage) => stage.metrics.requestSpeed.value,
};
const ttft: ComparedMetric = { name: 'ttft', better: 'lower', valueOf: (stage) => stage.metrics.ttft.mean };
const e2e: ComparedMetric = { name: 'e2e', better: 'lower', valueOf: (stage) => stage.metrics.e2e.mean };

/** What each suite is compared by. Means, because the few requests of a single user have no percentiles. */
export const comparedMetrics: Readonly<Record<Stage['suite'], readonly ComparedMetric[]>> = {
  bench: [outputThroughput],
  'single-user': [requestSpeed, ttft, e2e],
  concurrency: [outputThroughput],
  languages: [requestSpeed],
  rate: [outputThroughput],
  arrivals: [outputThroughput],
  context: [ttft, requestSpeed],
  capacity: [outputThroughput],
  calibrate: [],
  audit: [ttft, e2e],
};
