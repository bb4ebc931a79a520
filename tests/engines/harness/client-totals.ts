import type { OwnResult } from '../../../packages/core/src/result/own-result.ts';

type OwnStage = OwnResult['stages'][number];

/** What a result says of all its stages together; an unknown figure of a stage makes the total unknown. */
export interface ClientTotals {
  readonly planned: number;
  readonly completed: number;
  readonly lost: number;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly reasoningTokens: number | null;
  readonly events: number;
  readonly timeToFirstToken: ClientLatency;
  readonly tokenGap: ClientLatency;
}

/** A latency over whole stages, ramp and drain included: samples and their mean in microseconds. */
export interface ClientLatency {
  readonly count: number;
  readonly meanMicros: number | null;
}

function total(stages: readonly OwnStage[], figure: (stage: OwnStage) => number): number {
  return stages.reduce((sum, stage) => sum + figure(stage), 0);
}

function totalIfKnown(
  stages: readonly OwnStage[],
  figure: (stage: OwnStage) => number | null,
): number | null {
  const figures = stages.map(figure).filter((value) => value !== null);
  return figures.length < stages.length ? null : figures.reduce((sum, value) => sum + value, 0);
}

function pooled(stages: readonly OwnStage[], name: 'ttft' | 'tokenGap'): ClientLatency {
  const count = total(stages, (stage) => stage.whole.metrics[name].count ?? 0);
  const sum = totalIfKnown(stages, (stage) => {
    const { mean, count: samples } = stage.whole.metrics[name];
    return mean === null || samples === null ? null : mean * samples;
  });
  return { count, meanMicros: sum === null || count === 0 ? null : sum / count };
}

/** Adds up the stages of a result. */
export function clientTotals({ stages }: OwnResult): ClientTotals {
  return {
    planned: total(stages, (stage) => stage.counts.planned),
    completed: total(stages, (stage) => stage.counts.completed),
    lost: total(stages, ({ counts }) => counts.failed + counts.cut + counts.dropped),
    inputTokens: totalIfKnown(stages, (stage) => stage.tokens.input),
    outputTokens: totalIfKnown(stages, (stage) => stage.tokens.output),
    reasoningTokens: totalIfKnown(stages, (stage) => stage.tokens.reasoning),
    events: total(stages, (stage) => stage.tokens.events),
    timeToFirstToken: pooled(stages, 'ttft'),
    tokenGap: pooled(stages, 'tokenGap'),
  };
}
