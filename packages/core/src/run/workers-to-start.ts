import type { StagePlanner } from './stage-planner.ts';

/** Users that one worker drives without being the bottleneck where answers stream at a usual pace. */
const usersPerWorker = 1024;
/** Arrivals per second that one worker starts on time. */
const ratePerWorker = 4000;

/**
 * How many load workers a run starts. `auto` is one for most runs: a thread more costs memory, and on a host that also
 * runs the server it takes a core away from it. It grows with the highest planned load, and leaves a core free.
 */
export function workersToStart(wanted: number | 'auto', stages: StagePlanner, cores: number): number {
  if (wanted !== 'auto') return wanted;
  const needed = Math.max(
    1,
    Math.ceil(stages.mostUsers / usersPerWorker),
    Math.ceil(stages.mostPerSecond / ratePerWorker),
  );
  return Math.min(needed, Math.max(1, cores - 1));
}
