import type { Result } from '../../../result/result-file.ts';
import type { Stage } from '../../../result/stage-schema.ts';

/** A closed-loop level of a target: figures are means over its repeats, `null` where unknown. Rates in tokens per second. */
export type Level = {
  readonly target: string;
  readonly users: number;
  readonly throughput: number | null;
  readonly perUser: number | null;
  readonly stages: readonly Stage[];
};

/**
 * The concurrency levels of a target, fewest users first; failed stages are left out. Levels of other prompts are another
 * question: of several kinds the one with most levels counts.
 */
export function levelsOf(result: Result, target: string): Level[] {
  const byWork = new Map<string, Stage[]>();
  for (const stage of result.stages) {
    const work = JSON.stringify([stage.prompts, stage.language]);
    byWork.set(work, [...(byWork.get(work) ?? []), stage]);
  }
  const all = [...byWork.values()].map((stages) => levelsIn(stages, target));
  return all.toSorted((left, right) => right.length - left.length)[0] ?? [];
}

function levelsIn(ofOneWork: readonly Stage[], target: string): Level[] {
  const byUsers = new Map<number, Stage[]>();
  for (const stage of ofOneWork) {
    const { load } = stage;
    if (stage.target !== target || stage.suite !== 'concurrency' || stage.status === 'failed') continue;
    if (load.loop === 'closed' && load.thinkTime === null)
      byUsers.set(load.users, [...(byUsers.get(load.users) ?? []), stage]);
  }
  return [...byUsers]
    .toSorted(([left], [right]) => left - right)
    .map(([users, stages]) => levelOf(target, users, stages));
}

function levelOf(target: string, users: number, stages: readonly Stage[]): Level {
  const throughput = meanOf(stages.map(({ metrics }) => metrics.outputThroughput.value));
  const perUser = meanOf(stages.map(({ metrics }) => metrics.throughputPerUser.value));
  return {
    target,
    users,
    throughput,
    perUser: perUser ?? (throughput === null ? null : throughput / users),
    stages,
  };
}

/** The mean of the known ones; `null` where none is known. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
