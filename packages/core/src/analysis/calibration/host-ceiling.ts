import {
  busySuspectShare,
  concurrencyHeldShare,
  delayInvalidFloor,
  delayShareOfMedian,
} from '../trust-limits.ts';
import { addedError, type CalibratedFigure, type CalibrationLevel } from './calibration-level.ts';

/** Timers and schedulers of a host with two cores and some other work take a millisecond or two at any load. Microseconds. */
const errorFloorMicros = 2_000;
/** Where other programs use more of the cores than this, a level that fails says more about them. */
const othersShare = 0.25;
/** Beyond half a gap, the last events of an answer are read nearer to the next step than to their own. */
const timelyShareOfGap = 0.5;

/** Why a level does not count as carried. */
export type LevelFault =
  | 'no-data'
  | 'invalid'
  | 'lost-requests'
  | 'server-late'
  | 'client-busy'
  | 'not-reached'
  | 'ttft-mean'
  | 'gap-p50'
  | 'gap-p99'
  | 'backlog'
  | 'host-busy';

/**
 * What is wrong at a level, empty where the host carried it. An unknown figure counts as wrong: nothing speaks for it.
 * What the trust verdict takes from a proxy, how late the event loop came, is
 * measured here against the server's own marks: so a level that the verdict would call suspect for it may be carried.
 */
export function levelFaults(level: CalibrationLevel): LevelFault[] {
  const { achievedEventsPerSecond: achieved, gapP50, ttftMean } = level;
  if (achieved === null) return ['no-data'];
  const faults: LevelFault[] = [];
  const check = (fault: LevelFault, isWrong: boolean): void => {
    if (isWrong) faults.push(fault);
  };
  const gap = gapP50.truth ?? 0;
  check('invalid', level.invalidBecause !== null);
  check('lost-requests', level.lost > 0);
  check('client-busy', (level.cpuShare ?? 0) > busySuspectShare);
  // A server that writes late and yet gets everything out has not set the pace.
  const isServerLate = (level.serverLatenessP50 ?? 0) > timelyShareOfGap * gap;
  check(
    isServerLate ? 'server-late' : 'not-reached',
    achieved < concurrencyHeldShare * level.offeredEventsPerSecond,
  );
  check('ttft-mean', !isWithin(ttftMean, usualError(ttftMean)));
  check('gap-p50', !isWithin(gapP50, usualError(gapP50)));
  // One wake-up in a hundred that comes a time slice late is the host's, at any load.
  check('gap-p99', !isWithin(level.gapP99, delayInvalidFloor));
  check('backlog', !isWithin(level.e2eMean, Math.max(errorFloorMicros, timelyShareOfGap * gap)));
  if (faults.length > 0) check('host-busy', (level.othersCpuShare ?? 0) > othersShare);
  return faults;
}

/**
 * The most events per second that were measured and carried; `null` where no level was carried. A level below it that
 * failed was held up by something else: what is too much stays too much at twice the load.
 */
export function hostCeiling(levels: readonly CalibrationLevel[]): number | null {
  return highestCarried(levels)?.achievedEventsPerSecond ?? null;
}

/**
 * Whether the client was seen to fail at a level above the ceiling. Where none failed, or the simulated server was late
 * or other programs took the cores, the ceiling is at least so much.
 */
export function ceilingIsBounded(levels: readonly CalibrationLevel[]): boolean {
  const users = highestCarried(levels)?.users ?? 0;
  return levels.some((level) => {
    const faults = levelFaults(level);
    // What was seen once, without the time to look again, proves nothing.
    return level.users > users && level.attempts > 1 && faults.length > 0 && !faults.some(isNotTheClients);
  });
}

const isNotTheClients = (fault: LevelFault): boolean => fault === 'server-late' || fault === 'host-busy';

function highestCarried(levels: readonly CalibrationLevel[]): CalibrationLevel | null {
  return levels
    .filter((level) => levelFaults(level).length === 0)
    .reduce<CalibrationLevel | null>(
      (highest, level) => (highest === null || level.users > highest.users ? level : highest),
      null,
    );
}

const usualError = ({ truth }: CalibratedFigure): number =>
  Math.max(errorFloorMicros, delayShareOfMedian * (truth ?? 0));

function isWithin(figure: CalibratedFigure, limit: number): boolean {
  const added = addedError(figure);
  return added !== null && Math.abs(added) <= limit;
}
