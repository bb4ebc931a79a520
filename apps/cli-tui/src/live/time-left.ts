import type { PlannedStage } from '@kneepoint/core';
import { plannedStageSeconds } from '../screen/stage-time.ts';
import type { CellState, RunState } from './run-state.ts';

/**
 * Seconds until the plan is done; `null` where a stage to come says nothing about its time. A stage takes as long as ended
 * ones of its kind did (the same load, length and end, whatever the target), else as long as its plan says; between two
 * stages passes what passed between earlier ones.
 */
export function planSecondsLeft(
  { cells, total, track }: RunState,
  stageSecondsLeft: number | null,
): number | null {
  if (total === null || total !== cells.length || cells.length === 0) return null;
  const waiting = cells.filter(({ state }) => state === 'waiting');
  if (track !== null && stageSecondsLeft === null) return null;
  const pause = medianOf(pausesOf(cells)) ?? 0;
  const known = secondsByKind(cells);
  let left = stageSecondsLeft ?? 0;
  for (const { stage } of waiting) {
    const seconds = known.get(kindOf(stage)) ?? plannedStageSeconds(stage);
    if (seconds === null) return null;
    left += seconds + pause;
  }
  return left;
}

/** Stages of one kind differ in target and repeat alone. */
const kindOf = ({ suite, load, stop, warmup, language, inputTokens, outputTokens }: PlannedStage): string =>
  JSON.stringify([suite, load, stop, warmup, language, inputTokens, outputTokens]);

function secondsByKind(cells: readonly CellState[]): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>();
  for (const { stage, ended, startedAt, endedAt } of cells) {
    if (ended?.status !== 'completed' || startedAt === null || endedAt === null) continue;
    const kind = kindOf(stage);
    times.set(kind, [...(times.get(kind) ?? []), (endedAt - startedAt) / 1000]);
  }
  return new Map([...times].map(([kind, seconds]) => [kind, sumOf(seconds) / seconds.length]));
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
