import type { EndedStage, PlannedStage } from '@kneepoint/core';
import type { CellState } from './run-state.ts';

/** A stage that waits. */
const waitingCell = (stage: PlannedStage): CellState => ({
  stage,
  state: 'waiting',
  ended: null,
  startedAt: null,
  endedAt: null,
});

/** The plan's stages in their order; what ran already stays what it is. */
export function plannedCells(
  cells: readonly CellState[],
  stages: readonly PlannedStage[],
  done: readonly EndedStage[],
): readonly CellState[] {
  const known = new Map(cells.map((cell) => [cell.stage.id, cell]));
  const endings = new Map(done.map((ended) => [ended.id, ended]));
  const planned = new Set(stages.map(({ id }) => id));
  const others = cells.filter(({ stage, state }) => state !== 'waiting' && !planned.has(stage.id));
  const inOrder = stages.map((stage) => {
    const ended = endings.get(stage.id);
    const cell = known.get(stage.id) ?? waitingCell(stage);
    return ended === undefined ? cell : { ...cell, state: 'ended' as const, ended };
  });
  return [...others, ...inOrder];
}

/** The stage runs. One that nobody planned, as in a search, is added. */
export function startedCell(
  cells: readonly CellState[],
  stage: PlannedStage,
  at: number,
): readonly CellState[] {
  const running: CellState = { ...waitingCell(stage), state: 'running', startedAt: at };
  // A stage that begins while another one runs: that one's end was not heard of.
  const others = cells.map((cell) =>
    cell.state === 'running' ? { ...cell, state: 'waiting' as const, startedAt: null } : cell,
  );
  return others.some((cell) => cell.stage.id === stage.id)
    ? others.map((cell) => (cell.stage.id === stage.id ? running : cell))
    : [...others, running];
}

/** The stage has ended. */
export function endedCell(cells: readonly CellState[], ended: EndedStage, at: number): readonly CellState[] {
  return cells.map((cell) =>
    cell.stage.id === ended.id ? { ...cell, state: 'ended' as const, ended, endedAt: at } : cell,
  );
}
