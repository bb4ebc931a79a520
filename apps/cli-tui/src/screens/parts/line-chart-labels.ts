import type { AxisScale } from './axis-scale.ts';
import { clipLine } from './fit-line.ts';
import { type Line, span } from './line.ts';
import type { ChartSeries } from './line-chart.ts';

/** The names of lines at the height of their last points, a row each: where two want one row, the lower one moves to the next free one. */
export function endLabels(
  series: readonly ChartSeries[],
  scale: AxisScale,
  room: { readonly height: number; readonly width: number },
): readonly Line[] {
  const rows: Line[] = Array.from({ length: room.height }, () => []);
  const wanted = series
    .flatMap((one) => {
      const last = one.points.at(-1);
      if (last === undefined) return [];
      return [{ one, row: Math.floor(Math.round((1 - scale.position(last.y)) * (room.height * 4 - 1)) / 4) }];
    })
    .sort((a, b) => a.row - b.row);
  for (const { one, row } of wanted) {
    const free = nearestFree(rows, row);
    if (free !== null)
      rows[free] = clipLine([span(one.letter, one.tone, true), span(` ${one.name}`, one.tone)], room.width);
  }
  return rows;
}

function nearestFree(rows: readonly Line[], wanted: number): number | null {
  for (let away = 0; away < rows.length; away++)
    for (const row of [wanted + away, wanted - away]) if (rows[row]?.length === 0) return row;
  return null;
}
