import { type LevelEvidence, stateOf } from './level-evidence.ts';

/** Where the capacity lies, as far as the stages say. */
export type CapacityBorder = {
  /** The highest level that is kept and has nothing below it that is not. */
  readonly kept: LevelEvidence | null;
  /** The lowest level that is broken or cannot be measured; one without data only where nothing above it is kept. */
  readonly upper: LevelEvidence | null;
};

/**
 * Reads the border from the levels, ascending. A level that is kept above one that is broken counts for nothing:
 * a capacity is what is kept up to it.
 */
export function borderOf(levels: readonly LevelEvidence[], repeats: number): CapacityBorder {
  const inState = (state: string) => (level: LevelEvidence) => stateOf(level, repeats) === state;
  const highestKept = levels.findLast(inState('kept'));
  const upper = levels.find((level) => {
    const state = stateOf(level, repeats);
    if (state === 'unjudged') return highestKept !== undefined && level.level > highestKept.level;
    return state === 'broken' || state === 'unmeasurable';
  });
  const below = levels.filter((level) => upper === undefined || level.level < upper.level);
  return { kept: below.findLast(inState('kept')) ?? null, upper: upper ?? null };
}
