import type { Result } from '../../result/result-file.ts';
import { meanFigure } from './level-values.ts';
import { type ResultLevels, usableLevels, usersOf } from './usable-levels.ts';

/** One user alone cannot be slower than each of several; by less than this share it may be noise. */
const slowerShare = 0.8;

/** A target whose single user gets `alone` tok/s, and each of `users` users gets more, `each` tok/s. */
export type NotSteady = {
  readonly target: string;
  readonly alone: number;
  readonly users: number;
  readonly each: number;
  /** The single user's stages. */
  readonly stages: readonly string[];
};

/**
 * Targets whose single user gets less than each of several users does. Nobody shares with him, so the figure is no steady
 * state, such as a cold start, and nothing that rests on it holds.
 */
export function notSteadySingleUsers(result: Result, levels: ResultLevels): NotSteady[] {
  return result.targets.flatMap(({ name }) => {
    const own = levels.singleUser?.targets.find(({ target }) => target === name);
    const alone = own === undefined ? null : meanFigure(own, (stage) => stage.metrics.requestSpeed);
    const fastest = fastestShare(levels, name);
    if (own === undefined || alone === null || fastest === undefined) return [];
    if (alone >= fastest.each * slowerShare) return [];
    return [{ target: name, alone, ...fastest, stages: own.used.map(({ id }) => id) }];
  });
}

/** The level of several users at which each gets most. */
function fastestShare(levels: ResultLevels, name: string): { users: number; each: number } | undefined {
  const shared = usableLevels(levels.concurrency).flatMap((level) => {
    const users = usersOf(level);
    const own = level.targets.find(({ target }) => target === name);
    if (own === undefined || users === null || users < 2) return [];
    const perUser = meanFigure(own, (stage) => stage.metrics.throughputPerUser);
    const rate = meanFigure(own, (stage) => stage.metrics.outputThroughput);
    const each = perUser ?? (rate === null ? null : rate / users);
    return each === null ? [] : [{ users, each }];
  });
  return shared.toSorted((one, other) => other.each - one.each)[0];
}
