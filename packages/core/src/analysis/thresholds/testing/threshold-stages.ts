import { fixedNumber } from '../../../plan/number-distribution.ts';
import type { PlannedStage } from '../../../plan/planned-stage.ts';
import type { Distribution, Metrics } from '../../../result/figure-schema.ts';
import { derived } from '../../../result/figures.ts';
import type { Stage } from '../../../result/stage-schema.ts';
import { exampleStage } from '../../testing/example-stage.ts';

/** What a test says about a measured stage; the rest is a valid stage of five users without figures. */
export type MeasuredChoice = Partial<Omit<Stage, 'metrics' | 'whole'>> & {
  readonly metrics?: Partial<Metrics>;
  readonly whole?: Partial<Metrics>;
};

/** A measured stage. */
export function measuredStage(choice: MeasuredChoice = {}): Stage {
  const { metrics, whole, ...rest } = choice;
  const stage = exampleStage({ target: rest.target ?? 'a', repeat: rest.repeat ?? 1 });
  return {
    ...stage,
    ...rest,
    metrics: { ...stage.metrics, ...metrics },
    whole: { metrics: { ...stage.whole.metrics, ...whole } },
  };
}

/** A hundred latencies, in microseconds: too few for p99. */
export function hundredLatencies(changes: Partial<Distribution> = {}): Distribution {
  return {
    ...exampleStage({ target: 'a', repeat: 1 }).metrics.ttft,
    kind: 'measured',
    count: 100,
    mean: 300_000.25,
    min: 100_000,
    max: 900_000,
    p50: 280_000,
    p75: 350_000,
    p90: 400_000,
    p95: 450_000,
    certified: { p50: 310_000, p75: 420_000, p90: 700_000, p95: null, p99: null, p999: null },
    reasons: { p99: 'too few samples: 100 of 459', p999: 'too few samples: 100 of 4603' },
    ...changes,
  };
}

/** Metrics of which every one has a figure of its own. */
export const knownMetrics: Partial<Metrics> = {
  ttft: hundredLatencies(),
  outputThroughput: derived('tok/s', 2500.004),
  requestThroughput: derived('req/s', 19.5),
  concurrency: {
    mean: derived('requests', 4.75),
    min: derived('requests', 3),
    max: derived('requests', 5),
  },
  errorRate: derived('share', 0.0042),
};

/** A planned stage of five users and a thousand requests. */
export function plannedStage(changes: Partial<PlannedStage> = {}): PlannedStage {
  const { target = 'vllm', repeat = 1 } = changes;
  return {
    id: `1-concurrency/5-users/${target}/repeat-${repeat}`,
    target,
    suite: 'concurrency',
    repeat,
    load: { loop: 'closed', users: 5, thinkTime: null },
    stop: { kind: 'requests', count: 1000 },
    warmup: { kind: 'requests', count: 5 },
    language: 'en',
    prompts: { kind: 'generated', sharedPrefix: null },
    salted: true,
    inputTokens: null,
    outputTokens: fixedNumber(128),
    keepExcerpts: false,
    ...changes,
  };
}
