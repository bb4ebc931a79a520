import type { Result } from '../../../result/result-file.ts';
import { type Level, levelsOf, meanOf } from './levels.ts';
import { type LanguageSpeeds, languageSpeedsOf, type SingleUser, singleUserOf } from './single-user.ts';

/**
 * So many times faster may a user among several be than one alone before the two figures contradict each other: a batch
 * never makes a user faster, so that only noise can.
 */
export const mostNoise = 1.5;

/** A single-user figure that other figures of the same target contradict. Speeds in tokens per second. */
export type ColdSingleUser = {
  readonly target: string;
  readonly single: SingleUser;
  /** The level with the fewest users, where its speed per user contradicts. */
  readonly shared: { readonly level: Level; readonly perUser: number } | null;
  readonly languages: LanguageSpeeds | null;
  /** The steady speed for one user, as the other figures tell it: the language test's mean, else the speed per user. */
  readonly steady: number;
};

/** Every target whose single-user figure is too slow for what the target does elsewhere. */
export function coldSingleUsers(result: Result): ColdSingleUser[] {
  return result.targets.flatMap(({ name }) => {
    const single = singleUserOf(result, name);
    return single === null ? [] : (contradicted(result, name, single) ?? []);
  });
}

function contradicted(result: Result, target: string, single: SingleUser): ColdSingleUser | null {
  const least = single.speed * mostNoise;
  const level = levelsOf(result, target).find(({ users }) => users > 1) ?? null;
  const perUser = level?.perUser ?? null;
  const shared = level === null || perUser === null || perUser < least ? null : { level, perUser };
  const spoken = languageSpeedsOf(result, target);
  const languages = spoken === null || spoken.low < least ? null : spoken;
  const steady = languages?.mean ?? shared?.perUser ?? null;
  if (steady === null || decodesAsFast(single, steady)) return null;
  return { target, single, shared, languages, steady };
}

/** Short answers to long prompts are slow as a whole; where the tokens come as fast as elsewhere nothing is contradicted. */
function decodesAsFast({ stages }: SingleUser, steady: number): boolean {
  const decode = meanOf(stages.map(({ metrics }) => metrics.decodeSpeed.value));
  return decode !== null && decode * mostNoise >= steady;
}
