import type { Figure, Metrics } from '../../../result/figure-schema.ts';
import type { Result, Target } from '../../../result/result-file.ts';
import type { Stage } from '../../../result/stage-schema.ts';
import { meanOf } from './levels.ts';

/** A metric's value of a target as the result has it, and whether more of it is better. */
export type ClaimedValue = { readonly value: number; readonly moreIsBetter: boolean };

/**
 * What a claim's metric is for a target at a load; `null` where the metric is not known by this name or has no value.
 * Without users, metrics of a load are looked up for one user.
 */
export function claimedValue(
  result: Result,
  {
    target,
    metric,
    users,
  }: { readonly target: string; readonly metric: string; readonly users: number | null },
): ClaimedValue | null {
  const ofTarget = result.targets.find(({ name }) => name === target);
  if (ofTarget === undefined) return null;
  const own = targetFigure(ofTarget, metric);
  if (own !== null) return own.value === null ? null : { value: own.value, moreIsBetter: false };
  const value = meanOf(
    result.stages
      .filter((stage) => stage.target === target && isAt(stage, users ?? 1))
      .map(({ metrics }) => stageValue(metrics, metric)),
  );
  return value === null ? null : { value, moreIsBetter: latencyOf(metric) === null };
}

/** Languages are another question than the level with one user. */
const isAt = ({ suite, load }: Stage, users: number): boolean =>
  (suite === 'single-user' || suite === 'concurrency') && load.loop === 'closed' && load.users === users;

function targetFigure({ initTime, memory }: Target, metric: string): Figure | null {
  if (metric === 'initTime' || metric === 'start-up') return initTime;
  const [, wanted] = /^memory(?:\.(\w+))?$/.exec(metric) ?? [metric];
  if (!metric.startsWith('memory')) return null;
  const named = phases.find((phase) => phase === wanted);
  if (named !== undefined) return memory[named];
  return memory[phases.find((phase) => memory[phase].value !== null) ?? 'peak'];
}

/** The phase that is meant where none is named comes first. */
const phases = [
  'inference',
  'peak',
  'loaded',
  'empty',
] as const satisfies readonly (keyof Target['memory'])[];

const latencies = [
  'ttft',
  'ttftResponse',
  'ttfa',
  'tpot',
  'ntpot',
  'chunkGap',
  'tokenGap',
  'e2e',
  'e2eResponse',
] as const satisfies readonly (keyof Metrics)[];
const statistics = ['mean', 'min', 'max', 'p50', 'p75', 'p90', 'p95', 'p99', 'p999'] as const;
const rates = [
  'outputThroughput',
  'requestSpeed',
  'decodeSpeed',
  'throughputPerUser',
  'requestThroughput',
] as const satisfies readonly (keyof Metrics)[];

/** `e2e` of `e2e.mean`; `null` where it is no latency. */
const latencyOf = (metric: string) => latencies.find((name) => name === metric.split('.')[0]) ?? null;

/** For one user the speed of a request and the throughput are one: the one that is there counts. */
function stageValue(metrics: Metrics, metric: string): number | null {
  const latency = latencyOf(metric);
  if (latency !== null) {
    const statistic = statistics.find((name) => name === metric.split('.')[1]);
    const distribution = metrics[latency];
    return statistic === undefined ? (distribution.mean ?? distribution.p50) : distribution[statistic];
  }
  const rate = rates.find((name) => name === metric);
  if (rate === undefined) return null;
  const value = metrics[rate].value;
  return rate === 'requestSpeed' ? (value ?? metrics.outputThroughput.value) : value;
}
