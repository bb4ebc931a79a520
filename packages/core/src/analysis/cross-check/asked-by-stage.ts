import type { AskedTotals, LatencySum } from '../../measurement/server-asked-totals.ts';
import type { Distribution } from '../../result/figure-schema.ts';
import type { Stage } from '../../result/stage-schema.ts';
import type { WayErrors } from './compare-latencies.ts';

/**
 * What a client asked of its server, from a stage's entry; `null` where it had a warm-up, whose requests are in the
 * server's counters and not in the entry.
 */
export function askedByStage(stage: Omit<Stage, 'trust' | 'crossCheck'>): AskedTotals | null {
  if (stage.warmup.requests > 0) return null;
  const { ttft, tokenGap, chunkGap } = stage.whole.metrics;
  return {
    completed: stage.counts.completed,
    failed: stage.counts.failed,
    cut: stage.counts.cut,
    outputTokens: stage.tokens.output ?? 0,
    withoutCount: stage.tokens.output === null ? stage.counts.completed : stage.tokens.requestsWithoutCount,
    timeToFirstToken: sumOf(ttft),
    tokenGaps: sumOf(tokenGap),
    eventGaps: sumOf(chunkGap),
  };
}

/** What a stage's entry says of the way between its client and its server. */
export function wayErrorsOf(stage: Omit<Stage, 'trust' | 'crossCheck'>): WayErrors {
  return {
    roundTripMicros: stage.cold.metrics.connectTime.mean ?? 0,
    clientDelayMicros: stage.generator.eventLoopDelayP99 ?? 0,
  };
}

const sumOf = ({ count, mean }: Distribution): LatencySum => ({ count, sum: (mean ?? 0) * count });
