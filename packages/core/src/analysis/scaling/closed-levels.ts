import { stagePlace } from '../../plan/stage-id.ts';
import type { Stage } from '../../result/stage-schema.ts';

/** A load level of one target in a closed loop: its repeats, and those that figures are made of. */
export type ClosedLevel = {
  readonly users: number;
  readonly suite: Stage['suite'];
  readonly language: string;
  readonly stages: readonly Stage[];
  /** The repeats that are not invalid, or all of them when every one is. */
  readonly used: readonly Stage[];
  /** The worst verdict of the repeats in use. */
  readonly trust: Stage['trust']['verdict'];
};

const curveSuites: ReadonlySet<Stage['suite']> = new Set(['concurrency', 'bench', 'capacity']);

/**
 * The levels of one target that make its curve of throughput against users, lightest first. They are of one kind of work,
 * the one with the most levels, so that only the users differ: one suite of the plan, or several that ask for the same and
 * have no level in common. One user is taken from the single-user suite where that curve does not have it.
 */
export function curveLevels(stages: readonly Stage[], target: string): ClosedLevel[] {
  const own = stages.filter((stage) => stage.target === target && stage.load.loop === 'closed');
  const works = Map.groupBy(
    own.filter((stage) => curveSuites.has(stage.suite)),
    workOf,
  );
  const longest = [...works.values()]
    .flatMap(curvesOf)
    .map(closedLevels)
    .reduce<ClosedLevel[]>((best, levels) => (levels.length > best.length ? levels : best), []);
  if (longest.some(({ users }) => users === 1)) return longest;
  const oneUser = closedLevels(own.filter((stage) => stage.suite === 'single-user'));
  return [...oneUser.filter(({ users }) => users === 1).slice(0, 1), ...longest];
}

/** What the requests of a stage ask for, whatever the load. */
function workOf({ suite, language, prompts }: Stage): string {
  if (prompts === null) return JSON.stringify([suite, language]);
  const { skippedLines: _, ...asked } = prompts;
  return JSON.stringify([suite, language, asked]);
}

/** Suites of the same work are one curve, unless a level stands in two of them; then each is its own. */
function curvesOf(stages: readonly Stage[]): readonly (readonly Stage[])[] {
  const places = [...Map.groupBy(stages, suitePlace).values()];
  const users = places.flatMap((members) => [...new Set(members.map(usersOf))]);
  return new Set(users).size === users.length ? [stages] : places;
}

/** All levels of closed loops, lightest first, suites and languages apart. */
export function closedLevels(stages: readonly Stage[]): ClosedLevel[] {
  const byLevel = Map.groupBy(
    stages.filter((stage) => stage.load.loop === 'closed'),
    (stage) => JSON.stringify([suitePlace(stage), stage.suite, stage.language, usersOf(stage)]),
  );
  return [...byLevel.values()]
    .flatMap((members) => {
      const [first] = members;
      if (first === undefined) return [];
      const { suite, language } = first;
      return [{ users: usersOf(first), suite, language, ...mergedTrust(members) }];
    })
    .sort((one, other) => one.users - other.users);
}

/** The mean of a figure over the repeats in use; `null` where none of them knows it. */
export function meanOverRepeats(level: ClosedLevel, pick: (stage: Stage) => number | null): number | null {
  const values = level.used.flatMap((stage) => pick(stage) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function mergedTrust(stages: readonly Stage[]): Pick<ClosedLevel, 'stages' | 'used' | 'trust'> {
  const usable = stages.filter((stage) => stage.trust.verdict !== 'invalid');
  const used = usable.length > 0 ? usable : stages;
  const verdicts = new Set(used.map((stage) => stage.trust.verdict));
  const trust = verdicts.has('invalid') ? 'invalid' : verdicts.has('suspect') ? 'suspect' : 'valid';
  return { stages, used, trust };
}

function usersOf(stage: Stage): number {
  return stage.load.loop === 'closed' ? stage.load.users : 0;
}

/** The suite's number in the plan, the first part of a stage's place; two suites of one kind stay apart. */
function suitePlace(stage: Stage): string {
  return stagePlace(stage.id, stage.target, stage.repeat)?.split('/')[0] ?? '';
}
