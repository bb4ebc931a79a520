import type { TargetLevel } from '../model/level.ts';
import { type ReportContext, usersOf } from '../model/report-context.ts';
import { mostLines } from './line-chart.ts';

/** A target that a chart shows; `series` is its place in the result, which decides its colour and mark everywhere. */
export type ShownTarget = { readonly name: string; readonly series: number };

/** The targets that fit into one chart, in the order of the result, and how many do not. */
export function shownTargets(
  { result }: ReportContext,
  most = mostLines,
): { readonly shown: readonly ShownTarget[]; readonly hidden: number } {
  const all = result.targets.map(({ name }, series) => ({ name, series }));
  return { shown: all.slice(0, most), hidden: Math.max(0, all.length - most) };
}

/** A target at a number of users. */
export type UserLevel = { readonly users: number; readonly level: TargetLevel };

/** The closed-loop levels of a target, fewest users first. */
export function userLevels({ concurrency }: ReportContext, target: string): UserLevel[] {
  return concurrency.flatMap((level) => {
    const users = usersOf(level);
    const own = level.targets.find((candidate) => candidate.target === target);
    return users === null || own === undefined ? [] : [{ users, level: own }];
  });
}
