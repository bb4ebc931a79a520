import type { Stage } from '../result/stage-schema.ts';
import { type Micros, micros } from '../units/units.ts';
import { judgeTrust } from './judge-trust.ts';

/** A stage's entry before its trust is judged. */
export type UnjudgedStage = Omit<Stage, 'trust'>;

/** Reads from a stage's entry what the trust rules look at. */
export function judgeStage(stage: UnjudgedStage, host: { readonly sameHost: boolean }): Stage['trust'] {
  const { metrics, window, generator } = stage;
  const warm = metrics.ttft;
  return judgeTrust({
    status: stage.status,
    counts: stage.counts,
    windowMicros: window.start === null || window.end === null ? null : micros(window.end - window.start),
    completedInWindow: stage.windowCounts.completed,
    errorRate: stage.whole.metrics.errorRate.value,
    cpuShare: generator.cpuShare,
    eventLoopDelayP99Micros: orNull(generator.eventLoopDelayP99),
    startLagP99Micros: orNull(metrics.startLag.p99 ?? metrics.startLag.max),
    ttftP50Micros: orNull(warm.p50 ?? warm.mean),
    tokenGapP50Micros: orNull(metrics.tokenGap.p50 ?? metrics.chunkGap.p50),
    tokenSource: stage.tokens.source,
    coldMeanTtftMicros: orNull(stage.cold.metrics.ttft.mean),
    warmMeanTtftMicros: orNull(warmMean(stage)),
    warmedUp: stage.warmup.requests > 0,
    concurrencyMean: metrics.concurrency.mean.value,
    plannedUsers: stage.load.loop === 'closed' ? plannedConcurrency(stage, stage.load.users) : null,
    simulatedOrSameHost: host.sameHost,
  });
}

/** Fewer requests than users can never be in flight at once. */
const plannedConcurrency = (stage: UnjudgedStage, users: number): number =>
  Math.min(users, Math.max(1, stage.counts.planned));

/** The mean over the requests that were not cold; `null` when there were none. */
function warmMean(stage: UnjudgedStage): number | null {
  const all = stage.whole.metrics.ttft;
  const cold = stage.cold.metrics.ttft;
  const count = all.count - cold.count;
  if (count <= 0 || all.mean === null) return null;
  return (all.mean * all.count - (cold.mean ?? 0) * cold.count) / count;
}

const orNull = (value: number | null): Micros | null => (value === null ? null : micros(value));
