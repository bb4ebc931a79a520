import type { LiveRun } from '../../../live/live-run.ts';
import { type Line, line, lineWidth, span } from '../../parts/line.ts';
import type { Look } from '../../parts/look.ts';
import { screenText } from '../../parts/screen-text.ts';
import { tableLines } from '../../parts/table-lines.ts';
import { targetLetter, targetTone } from '../../parts/target-mark.ts';
import { levelLabel } from '../level-label.ts';
import { matrixCell } from '../matrix-cell.ts';
import type { PanelContent, PanelKind, PanelRoom } from '../panel-kind.ts';
import { type PlanMatrix, planMatrix } from '../plan-matrix.ts';
import { windowAround } from '../window-around.ts';

/** Columns of the terminal that a level's name and a target's cells need at least. */
const leastLabel = 12;
const leastCell = 9;

/** The plan as a matrix: a row for each level, a column for each target, filling up with tokens per second. */
export const planPanel: PanelKind = {
  name: 'plan',
  reads: (run) => [run.cells, run.targets, run.total],
  hasContent: (run) => run.cells.length > 0,
  draw,
};

function draw(run: LiveRun, room: PanelRoom, look: Look): PanelContent {
  const { words, theme } = look;
  const matrix = planMatrix(
    run.cells,
    run.targets.map((target) => target.name),
  );
  const here = currentPlace(run, matrix);
  const rows = windowAround(matrix.rows.length, room.height - 1, here.row + room.scroll);
  const columns = windowAround(
    matrix.targets.length,
    Math.max(1, Math.floor((room.width - leastLabel) / (leastCell + 2))),
    here.column,
  );
  const places = matrix.targets.map((_, place) => place).slice(columns.from, columns.to);
  const lines = matrixLines(matrix, { rows, places }, { width: room.width, look });
  const ended = run.cells.filter((cell) => cell.state === 'ended').length;
  const all = rows.to - rows.from === matrix.rows.length;
  const range = all ? '' : ` ${theme.marks.separator} ${rows.from + 1}-${rows.to}/${matrix.rows.length}`;
  return {
    title: words.live.panels.plan,
    aside: `${words.live.state.ended(ended, run.total)}${range}`,
    lines: run.cells.length === 0 ? [[span(words.live.empty.plan, 'muted')]] : lines,
  };
}

/** Where the run is: the stage that runs, else the last one that ended. */
function currentPlace(
  { cells }: LiveRun,
  matrix: PlanMatrix,
): { readonly row: number; readonly column: number } {
  const cell =
    cells.find(({ state }) => state === 'running') ?? cells.findLast(({ state }) => state === 'ended');
  if (cell === undefined) return { row: 0, column: 0 };
  return {
    row: matrix.rows.findIndex((row) => row.cells.get(cell.stage.target)?.includes(cell) === true),
    column: matrix.targets.indexOf(cell.stage.target),
  };
}

type Shown = {
  readonly rows: { readonly from: number; readonly to: number };
  /** Places of targets. */
  readonly places: readonly number[];
};

/** The suite stands once before its levels where the plan has several; a narrow panel cuts it first, and names of targets next. */
function matrixLines(
  matrix: PlanMatrix,
  { rows, places }: Shown,
  { width, look }: { readonly width: number; readonly look: Look },
): readonly Line[] {
  const shown = matrix.rows.slice(rows.from, rows.to);
  const severalSuites = new Set(matrix.rows.map((row) => row.stage.suite)).size > 1;
  const suites = shown.map((row, index) =>
    row.stage.suite === shown[index - 1]?.stage.suite ? '' : row.stage.suite,
  );
  const cells = shown.map((row) =>
    places.map((place) => matrixCell(row.cells.get(matrix.targets[place] ?? '') ?? [], look)),
  );
  return tableLines({
    columns: [
      ...(severalSuites ? [{ title: '', align: 'left', least: 6, weight: 1 } as const] : []),
      { title: look.words.live.figures.level, align: 'left' },
      ...places.map((place, column) => ({
        title: `${targetLetter(place)} ${screenText(matrix.targets[place] ?? '')}`,
        align: 'right' as const,
        tone: targetTone(place),
        least: Math.max(leastCell, ...cells.map((row) => lineWidth(row[column] ?? []))),
      })),
    ],
    rows: shown.map((row, index) => [
      ...(severalSuites ? [line(suites[index] ?? '', 'muted')] : []),
      line(levelLabel(row.stage, look)),
      ...(cells[index] ?? []),
    ]),
    width,
    marks: look.theme.marks,
  });
}
