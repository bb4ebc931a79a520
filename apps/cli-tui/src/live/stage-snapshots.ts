import type { LiveProgress } from '@kneepoint/core';
import type { LiveWindow } from './live-run.ts';

/** The totals of a stage at an instant, milliseconds since the epoch. */
export type StageSnapshot = {
  readonly at: number;
  readonly tokens: number;
  readonly completed: number;
  readonly latencies: LiveProgress['latencies'];
};

/** The snapshot of a stage that has just started. */
export const emptySnapshot = (at: number): StageSnapshot => ({
  at,
  tokens: 0,
  completed: 0,
  latencies: { ttft: [], tokenGap: [], startLag: [] },
});

const slotMillis = 250;
/** The longest window. */
const keptMillis = 60_000;

/**
 * Snapshots with a new one: four a second, the newest of each quarter, over the longest window. However often totals come,
 * no more than these are kept.
 */
export function withSnapshot(
  snapshots: readonly StageSnapshot[],
  newest: StageSnapshot,
): readonly StageSnapshot[] {
  const last = snapshots.at(-1);
  const replaces = snapshots.length > 1 && last !== undefined && slotOf(last.at) === slotOf(newest.at);
  const before = replaces ? snapshots.slice(0, -1) : snapshots;
  const from = newest.at - keptMillis - slotMillis;
  const firstKept = before.findIndex(({ at }) => at >= from);
  return [...(firstKept < 0 ? [] : before.slice(firstKept)), newest];
}

const slotOf = (at: number): number => Math.floor(at / slotMillis);

/**
 * The snapshot that a window begins with: the oldest one inside it, counted back from the newest. Where totals came too
 * late for there to be one, the one before the newest. A window is never made to look longer than it was asked to be.
 *
 *     o     o     o     o  |  x     o     o    newest
 *                          |<---- window ------>|
 */
export function windowStart(snapshots: readonly StageSnapshot[], seconds: number): StageSnapshot | null {
  const newest = snapshots.at(-1);
  if (newest === undefined) return null;
  const from = newest.at - seconds * 1000 - slotMillis / 2;
  const inside = snapshots.find(({ at }) => at >= from);
  return inside === undefined || inside === newest ? (snapshots.at(-2) ?? newest) : inside;
}

/** The windows from the shortest to the longest; the whole stage comes last. */
export const liveWindows = [1, 5, 10, 30, 60, null] as const satisfies readonly LiveWindow[];

/** The next longer window, or the next shorter one; the outermost stay. */
export function nextWindow(window: LiveWindow, step: 'longer' | 'shorter'): LiveWindow {
  const position = liveWindows.indexOf(window) + (step === 'longer' ? 1 : -1);
  return liveWindows[Math.min(liveWindows.length - 1, Math.max(0, position))] ?? null;
}
