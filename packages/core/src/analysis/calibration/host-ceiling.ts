import { addedError, type CalibratedFigure, type CalibrationLevel } from './calibration-level.ts';

/** Below this share of the offered events per second, client or server set the pace instead of the plan. */
export const reachedShare = 0.95;
/** A figure is still right within a twentieth of the truth ... */
export const errorShare = 0.05;
/** ... or within a millisecond, which timers and schedulers of any host take. Microseconds. */
export const errorFloorMicros = 1_000;

/** Why a level is above the ceiling. */
export type LevelFault = 'not-reached' | 'ttft-mean' | 'gap-p50' | 'gap-p99' | 'no-data';

/** What is wrong at a level, empty where the host carried it. An unknown figure counts as wrong: nothing speaks for it. */
export function levelFaults(level: CalibrationLevel): LevelFault[] {
  const faults: LevelFault[] = [];
  const achieved = level.achievedEventsPerSecond;
  if (achieved === null) faults.push('no-data');
  else if (achieved < reachedShare * level.offeredEventsPerSecond) faults.push('not-reached');
  if (!isClose(level.ttftMean)) faults.push('ttft-mean');
  if (!isClose(level.gapP50)) faults.push('gap-p50');
  if (!isClose(level.gapP99)) faults.push('gap-p99');
  return faults;
}

/**
 * The most events per second that were measured and carried; `null` where no level was carried.
 * A level above one that failed does not count: it was carried by luck.
 */
export function hostCeiling(levels: readonly CalibrationLevel[]): number | null {
  let ceiling: number | null = null;
  for (const level of rising(levels)) {
    if (levelFaults(level).length > 0) break;
    ceiling = Math.max(ceiling ?? 0, level.achievedEventsPerSecond ?? 0);
  }
  return ceiling;
}

/** Whether a level above the ceiling was measured; where not, the ceiling is at least so much. */
export function ceilingIsBounded(levels: readonly CalibrationLevel[]): boolean {
  return levels.some((level) => levelFaults(level).length > 0);
}

const rising = (levels: readonly CalibrationLevel[]): CalibrationLevel[] =>
  [...levels].sort((left, right) => left.offeredEventsPerSecond - right.offeredEventsPerSecond);

function isClose(figure: CalibratedFigure): boolean {
  const added = addedError(figure);
  if (added === null || figure.truth === null) return false;
  return Math.abs(added) <= Math.max(errorFloorMicros, errorShare * figure.truth);
}
