import { type CalibrationLevel, KneepointError, levelFaults, nextUsers } from '@kneepoint/core';
import type { CalibrateWords } from '../words/calibrate-words.ts';
import type { CalibrationInterrupt } from './calibrate-interrupt.ts';
import { calibrationPace, levelMillis, measureCalibrationLevel, pacedLoad } from './calibrate-level.ts';
import { startCalibrationSimulation } from './calibrate-simulation.ts';
import { runCalibrationStage } from './calibrate-stage.ts';

/** How thorough a calibration is. Times in milliseconds. */
export type CalibrationEffort = {
  readonly workers: number | 'auto';
  /** How often each user of a level asks. */
  readonly rounds: number;
  /** Neighbouring levels that differ by less than this share are one. */
  readonly closeEnough: number;
  /** Shares of the ceiling that the table shows besides the levels of the search. */
  readonly shares: readonly number[];
  /** No level is begun that could end after this. */
  readonly searchMillis: number;
};

/** Some 5,000 events per second to begin with; beyond the most, the simulated server is the slower one on any host. */
const users = { first: 50, most: 3_200 } as const;

/** What is said while a ceiling is searched, and how. */
export type CalibrationSaying = {
  readonly say: (text: string) => void;
  readonly words: CalibrateWords;
};

/** Measures level after level until the ceiling is known, or the time for it is used up. Throws when it is interrupted. */
export async function searchCeiling(
  effort: CalibrationEffort,
  interrupt: CalibrationInterrupt,
  { say, words }: CalibrationSaying,
): Promise<readonly CalibrationLevel[]> {
  const endsAt = performance.now() + effort.searchMillis;
  const hasTime = (): boolean => performance.now() + levelMillis(effort.rounds) < endsAt;
  const simulation = await startCalibrationSimulation(calibrationPace, interrupt.signal);
  const measureOnce = (count: number): Promise<CalibrationLevel> =>
    measureCalibrationLevel(simulation, pacedLoad(count, effort.rounds, effort.workers), interrupt);

  /** What happened to one level once, on a host with other work, does not decide. */
  const measure = async (count: number): Promise<CalibrationLevel> => {
    say(words.users(count));
    const first = await measureOnce(count);
    if (levelFaults(first).length === 0 || !hasTime()) return first;
    say(words.onceMore(count, levelFaults(first).join(', ')));
    return { ...better(first, await measureOnce(count)), attempts: 2 };
  };

  const levels: CalibrationLevel[] = [];
  try {
    // The simulated server's own code is compiled here; its first answers are slower than all later ones.
    await runCalibrationStage(pacedLoad(users.first, 1, effort.workers), {
      ...{ url: simulation.url, interrupt, recordsPath: null },
    });
    for (let next = nextLevel(levels, effort); next !== null && hasTime(); next = nextLevel(levels, effort))
      levels.push(await measure(next));
    if (failedForOthers(levels)) say(words.otherPrograms);
    for (const count of levelsToShow(levels, effort.shares)) if (hasTime()) levels.push(await measure(count));
  } catch (error) {
    interrupt.check();
    if (levels.length === 0 || !isRefusedLoad(error)) throw error;
    say(words.noMoreUsers(error.message));
  } finally {
    simulation.stop();
  }
  return levels;
}

function nextLevel(levels: readonly CalibrationLevel[], { closeEnough }: CalibrationEffort): number | null {
  if (failedForOthers(levels)) return null;
  const tried = levels.map((level) => ({ users: level.users, carried: levelFaults(level).length === 0 }));
  return nextUsers(tried, { ...users, closeEnough });
}

/** What other programs leave over is no property of this host: searching on would find out about them. */
const failedForOthers = (levels: readonly CalibrationLevel[]): boolean =>
  levels.some((level) => levelFaults(level).includes('host-busy'));

const better = (first: CalibrationLevel, second: CalibrationLevel): CalibrationLevel =>
  levelFaults(second).length <= levelFaults(first).length ? second : first;

/** Loads between nothing and the ceiling that were not measured yet. */
function levelsToShow(levels: readonly CalibrationLevel[], shares: readonly number[]): number[] {
  const carried = levels.filter((level) => levelFaults(level).length === 0);
  const most = Math.max(0, ...carried.map((level) => level.users));
  const counts = shares.map((share) => Math.round(share * most)).filter((count) => count > 0);
  return [...new Set(counts)].filter((count) => !levels.some((level) => level.users === count));
}

/** This host cannot open so many connections: the ceiling that was found until then is at least right. */
const isRefusedLoad = (error: unknown): error is KneepointError =>
  error instanceof KneepointError && error.code === 'too-many-connections';
