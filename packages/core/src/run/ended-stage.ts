import type { Stage } from '../result/stage-schema.ts';
import type { EndedStage } from './run-event.ts';

/** What a screen wants of a stage that ended, from its entry in the result. */
export function endedStage(stage: Stage): EndedStage {
  const { metrics, trust } = stage;
  return {
    id: stage.id,
    target: stage.target,
    status: stage.status,
    statusReason: stage.statusReason,
    verdict: trust.verdict,
    reasons: trust.reasons,
    figures: {
      outputThroughput: metrics.outputThroughput.value,
      requestThroughput: metrics.requestThroughput.value,
      errorRate: metrics.errorRate.value,
      ttftP50: metrics.ttft.p50,
      ttftP95: metrics.ttft.p95,
      ttftP99: metrics.ttft.p99,
      tokenGapP50: metrics.tokenGap.p50,
      tokenGapP99: metrics.tokenGap.p99,
    },
  };
}
