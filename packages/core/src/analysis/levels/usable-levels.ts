import type { Result } from '../../result/result-file.ts';
import type { Stage } from '../../result/stage-schema.ts';
import { type MeasuredLevel, measuredLevels } from './measured-level.ts';

/** The levels of a result by the question that they answer, lightest load first. */
export type ResultLevels = {
  readonly singleUser: MeasuredLevel | null;
  readonly concurrency: readonly MeasuredLevel[];
  readonly rates: readonly MeasuredLevel[];
};

/** A bench run counts as concurrency or rate; its one-user level also as single user. */
export function resultLevels(result: Result): ResultLevels {
  const isClosedLevel = ({ suite, load }: Stage): boolean =>
    (suite === 'concurrency' || suite === 'bench') && load.loop === 'closed';
  const concurrency = measuredLevels(result, isClosedLevel);
  const alone = measuredLevels(result, ({ suite }) => suite === 'single-user')[0];
  return {
    singleUser: alone ?? concurrency.find((level) => usersOf(level) === 1) ?? null,
    concurrency,
    rates: measuredLevels(result, ({ load }) => load.loop === 'open'),
  };
}

/** The users of a closed level; `null` for an open one. */
export function usersOf({ load }: MeasuredLevel): number | null {
  return load.loop === 'closed' ? load.users : null;
}

/** The levels that no target is invalid at and that every target that ran any of them ran. */
export function usableLevels(levels: readonly MeasuredLevel[]): MeasuredLevel[] {
  const most = Math.max(0, ...levels.map((level) => level.targets.length));
  return levels.filter(
    ({ targets }) => targets.length === most && targets.every(({ verdict }) => verdict !== 'invalid'),
  );
}

/** The heaviest of the usable levels; `null` when there is none. */
export function heaviestUsable(levels: readonly MeasuredLevel[]): MeasuredLevel | null {
  return usableLevels(levels).at(-1) ?? null;
}
