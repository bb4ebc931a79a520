import type { AskedTotals } from '../measurement/server-asked-totals.ts';
import type { MeasuredStageEntry } from '../result/build-stage.ts';
import type { CrossCheck } from '../result/cross-check-schema.ts';
import type { OwnStage } from '../result/own-stage.ts';
import { type Micros, micros } from '../units/units.ts';
import { crossCheckFindings } from './cross-check/cross-check-findings.ts';
import { crossCheckStage } from './cross-check/cross-check-stage.ts';
import { wayErrorsOf } from './cross-check/way-errors.ts';
import { judgeTrust } from './judge-trust.ts';
import type { TrustFinding } from './trust-finding.ts';
import type { TrustInput } from './trust-input.ts';

/** What is known of a stage besides its entry. */
export type StageCircumstances = {
  /** What the target was asked, warm-up included, as its own counters have it. */
  readonly asked: AskedTotals;
  /** Whether the target shares this host's cores. */
  readonly sameHost: boolean;
  /** What says that the stage still changed while it was measured. */
  readonly unsteady: TrustFinding | null;
};

/** Reads from a stage's entry what the trust rules look at, and completes it with their verdict. */
export function judgeStage(stage: MeasuredStageEntry, circumstances: StageCircumstances): OwnStage {
  const crossCheck = crossCheckOf(stage, circumstances.asked);
  return {
    ...stage,
    crossCheck,
    trust: judgeTrust(trustInput(stage, circumstances), crossCheckFindings(crossCheck)),
  };
}

/** Nothing where the server shows no view of its own. */
function crossCheckOf(stage: MeasuredStageEntry, asked: AskedTotals): CrossCheck[] {
  if (stage.server === null) return [];
  return [...crossCheckStage({ asked, server: stage.server, errors: wayErrorsOf(stage) })];
}

function trustInput(stage: MeasuredStageEntry, { sameHost, unsteady }: StageCircumstances): TrustInput {
  const { metrics, window, generator } = stage;
  const warm = metrics.ttft;
  return {
    status: stage.status,
    counts: stage.counts,
    windowMicros: window.start === null || window.end === null ? null : micros(window.end - window.start),
    completedInWindow: stage.windowCounts.completed,
    errorRate: stage.whole.metrics.errorRate.value,
    cpuShare: generator.cpuShare,
    eventLoopDelayP99Micros: orNull(generator.eventLoopDelayP99),
    readWaitP99Micros: orNull(generator.readWaitP99),
    firstTokenWaitMicros: orNull(generator.firstTokenWait),
    ttftMeanMicros: orNull(warm.mean),
    pausedMicros: orNull(generator.pauses === null ? null : generator.pauses.total / generator.workers),
    wholeMicros: micros(Math.max(1, stage.window.whole.end - stage.window.whole.start)),
    connectionWaits: generator.connectionWaits,
    eventsPerSecond: generator.eventsPerSecond,
    ceilingEventsPerSecond: generator.ceilingEventsPerSecond,
    startLagP99Micros: orNull(metrics.startLag.p99 ?? metrics.startLag.max),
    ttftP50Micros: orNull(warm.p50 ?? warm.mean),
    tokenGapP50Micros: orNull(metrics.tokenGap.p50 ?? metrics.chunkGap.p50),
    tokenSource: stage.tokens.source,
    coldMeanTtftMicros: orNull(stage.cold.metrics.ttft.mean),
    warmMeanTtftMicros: orNull(warmMean(stage)),
    warmedUp: stage.warmup.requests > 0,
    concurrencyMean: metrics.concurrency.mean.value,
    plannedUsers:
      stage.load.loop === 'closed' && stage.load.thinkTime === null
        ? plannedConcurrency(stage, stage.load.users)
        : null,
    simulatedOrSameHost: sameHost,
    unsteady,
  };
}

/** Fewer requests than users can never be in flight at once. */
const plannedConcurrency = (stage: MeasuredStageEntry, users: number): number =>
  Math.min(users, Math.max(1, stage.counts.planned));

/** The mean over the requests that were not cold; `null` when there were none. */
function warmMean(stage: MeasuredStageEntry): number | null {
  const all = stage.whole.metrics.ttft;
  const cold = stage.cold.metrics.ttft;
  const [allCount, coldCount] = [all.count ?? 0, cold.count ?? 0];
  const count = allCount - coldCount;
  if (count <= 0 || all.mean === null) return null;
  return (all.mean * allCount - (cold.mean ?? 0) * coldCount) / count;
}

const orNull = (value: number | null): Micros | null => (value === null ? null : micros(value));
