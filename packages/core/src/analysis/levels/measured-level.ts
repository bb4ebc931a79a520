import { stagePlace } from '../../plan/stage-id.ts';
import type { Result } from '../../result/result-file.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { loadText } from '../comparisons/comparable-groups.ts';

export type Verdict = Stage['trust']['verdict'];

/** The repeats of one target at one level. */
export type LevelTarget = {
  readonly target: string;
  readonly stages: readonly Stage[];
  /** The repeats that figures are made of: those that are not invalid, or all of them when every one is. */
  readonly used: readonly Stage[];
  /** The worst verdict of the repeats in use. */
  readonly verdict: Verdict;
};

/** One load level of a suite in one language, with the targets that ran it, in the order of the result. */
export type MeasuredLevel = Pick<Stage, 'suite' | 'load' | 'language'> & {
  /** Its place in the plan; `null` where its stages have none. */
  readonly place: string | null;
  /** As comparisons name the load. */
  readonly loadName: string;
  readonly targets: readonly LevelTarget[];
};

/** The levels of the stages that `isWanted` picks, lightest load first. */
export function measuredLevels(result: Result, isWanted: (stage: Stage) => boolean): MeasuredLevel[] {
  const groups = Map.groupBy(result.stages.filter(isWanted), (stage) =>
    JSON.stringify([placeOf(stage), stage.suite, loadText(stage.load), stage.language]),
  );
  return [...groups.values()]
    .flatMap((stages): MeasuredLevel[] => {
      const [first] = stages;
      if (first === undefined) return [];
      const { suite, load, language } = first;
      const targets = levelTargets(result, stages);
      return [{ suite, load, language, place: placeOf(first), loadName: loadText(load), targets }];
    })
    .sort((one, other) => loadNumber(one.load) - loadNumber(other.load));
}

function levelTargets(result: Result, stages: readonly Stage[]): LevelTarget[] {
  return result.targets.flatMap(({ name }) => {
    const own = stages.filter((stage) => stage.target === name);
    if (own.length === 0) return [];
    const usable = own.filter((stage) => stage.trust.verdict !== 'invalid');
    const used = usable.length > 0 ? usable : own;
    return [{ target: name, stages: own, used, verdict: worstVerdict(used) }];
  });
}

/** The worst verdict of stages; `valid` without any. */
export function worstVerdict(stages: readonly Stage[]): Verdict {
  const found = new Set(stages.map((stage) => stage.trust.verdict));
  return found.has('invalid') ? 'invalid' : found.has('suspect') ? 'suspect' : 'valid';
}

/** The number that says how heavy a load is: users, requests per second, or requests that arrive at once. */
export function loadNumber(load: Stage['load']): number {
  if (load.loop === 'closed') return load.users;
  return load.arrivals.kind === 'at-once' ? load.arrivals.count : (load.requestsPerSecond ?? 0);
}

const placeOf = ({ id, target, repeat }: Stage): string | null => stagePlace(id, target, repeat);
