import type { Result } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { summarizeRun } from './summarize-run.ts';
import { sampleResult } from './testing/sample-result.ts';

function withHeaviestStage(
  change: (stage: Result['stages'][number]) => Partial<Result['stages'][number]>,
): Result {
  const { stages } = sampleResult();
  return sampleResult({
    stages: stages.map((stage, index) => (index === 2 ? { ...stage, ...change(stage) } : stage)),
  });
}

test('an invalid stage is not the best, and makes the run invalid', () => {
  const result = withHeaviestStage(() => ({ trust: { verdict: 'invalid', reasons: [] } }));
  expect(summarizeRun(result, 'run.json')).toMatchObject({
    verdict: 'invalid',
    best: { outputTokensPerSecond: 731, load: 'users(10)' },
  });
});

test('a rate is named as one', () => {
  const result = withHeaviestStage(() => ({
    load: {
      loop: 'open',
      requestsPerSecond: 8,
      arrivals: { kind: 'poisson', requestsPerSecond: 8 },
      maxInFlight: 20_000,
      atCap: 'drop',
    },
  }));
  expect(summarizeRun(result, 'run.json').best?.load).toBe('rate(8)');
});

test('a run without stages has no best and no data', () => {
  const summary = summarizeRun(sampleResult({ stages: [], exit: null }), 'run.json');
  expect(summary).toMatchObject({ best: null, verdict: 'no-data', exitCode: null });
});

test('an unknown throughput is not taken for zero', () => {
  const result = sampleResult();
  const stages = result.stages.map((stage) => ({
    ...stage,
    metrics: {
      ...stage.metrics,
      outputThroughput: { kind: 'unknown' as const, unit: 'tok/s', value: null, reason: 'no token count' },
    },
  }));
  expect(summarizeRun({ ...result, stages }, 'run.json').best).toBeNull();
});
