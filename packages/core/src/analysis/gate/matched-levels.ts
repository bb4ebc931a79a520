import type { Result } from '../../result/result-file.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { type ComparableGroup, comparableGroups } from '../comparisons/comparable-groups.ts';

/** A target of the one result and the one of the other that it is held against. */
export type TargetPair = { readonly baseline: string; readonly candidate: string };

/** Targets of the same name; where no name is the same, the only target of each. */
export function matchedTargets(baseline: Result, candidate: Result): readonly TargetPair[] {
  const [names, others] = [baseline, candidate].map(({ targets }) => targets.map(({ name }) => name));
  const same = (names ?? []).filter((name) => others?.includes(name));
  if (same.length > 0) return same.map((name) => ({ baseline: name, candidate: name }));
  const [only, ...more] = names ?? [];
  const [other, ...others2] = others ?? [];
  return only === undefined || other === undefined || more.length > 0 || others2.length > 0
    ? []
    : [{ baseline: only, candidate: other }];
}

/** A level in both results; a side without a stage has an empty list. */
export type LevelPair = {
  readonly group: Omit<ComparableGroup, 'stages'>;
  readonly baseline: readonly Stage[];
  readonly candidate: readonly Stage[];
};

/**
 * The levels of a pair of targets: same suite, load and language, and the same place in the plan. A plan that got another
 * suite in front moved all its places, so what is left over is matched without them, where that is clear.
 */
export function matchedLevels(baseline: readonly Stage[], candidate: readonly Stage[]): readonly LevelPair[] {
  const left = [...comparableGroups(candidate)];
  const take = (isSame: (group: ComparableGroup) => boolean): ComparableGroup | undefined => {
    const matches = left.filter(isSame);
    const [match] = matches;
    if (match === undefined || matches.length > 1) return undefined;
    left.splice(left.indexOf(match), 1);
    return match;
  };
  const groups = comparableGroups(baseline);
  const exact = groups.map((group) => take((other) => isAlike(group, other) && other.place === group.place));
  const pairs = groups.map((group, index): LevelPair => {
    const isClear = groups.filter((other) => isAlike(group, other)).length === 1;
    const match = exact[index] ?? (isClear ? take((other) => isAlike(group, other)) : undefined);
    return { group, baseline: group.stages, candidate: match?.stages ?? [] };
  });
  return [...pairs, ...left.map((group) => ({ group, baseline: [], candidate: group.stages }))];
}

const isAlike = (one: ComparableGroup, other: ComparableGroup): boolean =>
  one.suite === other.suite && one.load === other.load && one.language === other.language;
