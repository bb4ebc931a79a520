import type { MeasuredStageEntry } from '../../result/build-stage.ts';
import type { WayErrors } from './compare-latencies.ts';

/** What a stage's entry says of the way between its client and its server. */
export function wayErrorsOf(stage: MeasuredStageEntry): WayErrors {
  return {
    roundTripMicros: stage.cold.metrics.connectTime.mean ?? 0,
    clientDelayMicros: stage.generator.eventLoopDelayP99 ?? 0,
  };
}
