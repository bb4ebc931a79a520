import type { PlannedStage } from '@kneepoint/core';
import { plannedStageSeconds } from '../screen/stage-time.ts';
import type { CellState, RunState } from './run-state.ts';

/**
 * Seconds until the plan is done; `null` where a stage to come says nothing about its time. A stage takes as long as ended
 * ones of its kind did (the same load, length and end, whatever the target), else, where it lasts a time, as long as others
 * that last this time, else as long as its plan says; between two stages passes what passed between earlier ones.
 */
export function planSecondsLeft(
  { cells, total, track }: RunState,
  running: RunningTime | null,
): number | null {
  if (total === null || total !== cells.length || cells.length === 0) return null;
  const usual = usualSeconds(cells);
  const pause = medianOf(pausesOf(cells)) ?? 0;
  let left = 0;
  if (track !== null) {
    const rest = restOf(usual(track.stage), running);
    if (rest === null) return null;
    left += rest;
  }
  for (const { stage, state } of cells) {
    if (state !== 'waiting') continue;
    const seconds = usual(stage);
    if (seconds === null) return null;
    left += seconds + pause;
  }
  return left;
}

/** The time of the stage that runs; `secondsLeft` is `null` where it does not say itself. */
export type RunningTime = { readonly elapsedSeconds: number; readonly secondsLeft: number | null };

/** Of the stage that runs: what it says itself, else what its kind usually takes. */
function restOf(usual: number | null, running: RunningTime | null): number | null {
  if (running === null || running.secondsLeft !== null) return running?.secondsLeft ?? usual;
  return usual === null ? null : Math.max(0, usual - running.elapsedSeconds);
}

function usualSeconds(cells: readonly CellState[]): (stage: PlannedStage) => number | null {
  const byKind = secondsBy(kindOf, cells);
  const byLength = secondsBy(lengthOf, cells);
  return (stage) => byKind.get(kindOf(stage)) ?? byLength.get(lengthOf(stage)) ?? plannedStageSeconds(stage);
}

/** Stages of one kind differ in target and repeat alone. */
const kindOf = ({ suite, load, stop, warmup, language, inputTokens, outputTokens }: PlannedStage): string =>
  JSON.stringify([suite, load, stop, warmup, language, inputTokens, outputTokens]);

/** Of a stage that lasts a time: with more users it takes as long, but for its warm-up and its last answers. */
const lengthOf = ({ suite, load, stop, warmup }: PlannedStage): string | null =>
  stop.kind === 'duration' ? JSON.stringify([suite, load.loop, stop, warmup.kind]) : null;

function secondsBy(
  kind: (stage: PlannedStage) => string | null,
  cells: readonly CellState[],
): ReadonlyMap<string | null, number> {
  const times = new Map<string, number[]>();
  for (const { stage, ended, startedAt, endedAt } of cells) {
    if (ended?.status !== 'completed' || startedAt === null || endedAt === null) continue;
    const name = kind(stage);
    if (name !== null) times.set(name, [...(times.get(name) ?? []), (endedAt - startedAt) / 1000]);
  }
  return new Map([...times].map(([name, seconds]) => [name, sumOf(seconds) / seconds.length]));
}

/** Seconds between the end of a stage and the start of the next one. A pause that a person asked for is one of many. */
function pausesOf(cells: readonly CellState[]): readonly number[] {
  return cells.flatMap(({ startedAt }, position) => {
    const before = cells[position - 1]?.endedAt ?? null;
    return startedAt === null || before === null ? [] : [Math.max(0, (startedAt - before) / 1000)];
  });
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function medianOf(values: readonly number[]): number | null {
  const rising = values.toSorted((left, right) => left - right);
  return rising[Math.floor((rising.length - 1) / 2)] ?? null;
}
