import { noAnalysis } from '../../../result/no-analysis.ts';
import type { Result } from '../../../result/result-file.ts';
import type { Stage } from '../../../result/stage-schema.ts';
import { exampleStage } from '../../testing/example-stage.ts';

/** The throughputs of a target's repeats by users, tok/s. */
export type ThroughputByUsers = Readonly<Record<number, readonly number[]>>;

/** Stages of one target: one user in the single-user suite, the others in the concurrency suite. */
export function scalingStages(target: string, levels: ThroughputByUsers): Stage[] {
  return Object.entries(levels).flatMap(([users, values]) =>
    values.map((outputThroughput, index) =>
      scalingStage(target, Number(users), index + 1, { outputThroughput }),
    ),
  );
}

/** One repeat of a level. */
export function scalingStage(
  target: string,
  users: number,
  repeat: number,
  example: Omit<Parameters<typeof exampleStage>[0], 'target' | 'repeat'> = {},
): Stage {
  const place = users === 1 ? '1-single-user/one-user' : `2-concurrency/${users}-users`;
  return exampleStage({
    id: `${place}/${target}/repeat-${repeat}`,
    suite: users === 1 ? 'single-user' : 'concurrency',
    load: { loop: 'closed', users, thinkTime: null },
    target,
    repeat,
    ...example,
  });
}

/** What the scaling analyses read of a result. */
export type ScalingResult = Pick<Result, 'stages' | 'targets' | 'analysis'>;

/** A result with these stages and a target for each of their names. */
export function scalingResult(stages: readonly Stage[]): ScalingResult {
  const names = [...new Set(stages.map((stage) => stage.target))];
  return { stages: [...stages], targets: names.map(exampleTarget), analysis: noAnalysis };
}

function exampleTarget(name: string): Result['targets'][number] {
  const unknown = { kind: 'unknown', unit: 'bytes', value: null, reason: 'nobody watched' } as const;
  return {
    name,
    engine: 'other',
    simulated: false,
    version: null,
    api: null,
    url: null,
    model: null,
    maxModelLength: null,
    serverConfig: null,
    initTime: { ...unknown, unit: 's' },
    memory: { empty: unknown, loaded: unknown, inference: unknown, peak: unknown },
    memoryPhases: [],
    deployment: null,
    startup: null,
    software: null,
    modelShape: null,
    notes: [],
  };
}
