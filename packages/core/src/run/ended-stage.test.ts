import { expect, test } from 'vitest';
import { exampleStage } from '../analysis/testing/example-stage.ts';
import { endedStage } from './ended-stage.ts';

test('what a screen wants of an ended stage is what its entry in the result says', () => {
  const stage = exampleStage({ target: 'server', repeat: 2, ttft: 300_000, outputThroughput: 120 });
  const ended = endedStage(stage);
  const { ttft, tokenGap, outputThroughput, errorRate } = stage.metrics;
  expect(ended).toMatchObject({
    id: stage.id,
    target: 'server',
    status: 'completed',
    statusReason: null,
    verdict: stage.trust.verdict,
    reasons: stage.trust.reasons,
  });
  expect(ended.figures).toMatchObject({
    outputThroughput: outputThroughput.value,
    errorRate: errorRate.value,
    ttftP50: ttft.p50,
    ttftP95: ttft.p95,
    ttftP99: ttft.p99,
    tokenGapP50: tokenGap.p50,
    tokenGapP99: tokenGap.p99,
  });
  expect(ended.figures.outputThroughput).toBe(120);
});

test('a figure that was not measured is unknown, not zero', () => {
  const { figures } = endedStage(exampleStage({ target: 'server', repeat: 1 }));
  expect(figures.outputThroughput).toBeNull();
});
