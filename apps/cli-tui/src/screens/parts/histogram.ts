import { filledCells } from './bar.ts';
import { fitLine } from './fit-line.ts';
import { type Line, lineWidth, span, type Tone } from './line.ts';
import type { Marks } from './marks.ts';

/** Rows of a label, a bar and a figure; the longest bar fills the room that labels and figures leave. */
export function horizontalHistogram(
  rows: readonly {
    readonly label: string;
    readonly value: number;
    readonly figure: string;
    readonly tone?: Tone;
  }[],
  { width, marks }: { readonly width: number; readonly marks: Marks },
): readonly Line[] {
  const highest = Math.max(1e-12, ...rows.map((row) => row.value));
  const labels = Math.max(0, ...rows.map((row) => lineWidth([span(row.label)])));
  const figures = Math.max(0, ...rows.map((row) => lineWidth([span(row.figure)])));
  const room = Math.max(1, width - labels - figures - 2);
  return rows.map((row) => {
    const cells = filledCells(row.value / highest, room, marks);
    const drawn = row.value > 0 && cells === '' ? (marks.lengths[1] ?? '') : cells;
    return fitLine(
      [
        ...fitLine([span(row.label)], labels, 'right'),
        span(' '),
        ...fitLine([span(drawn, row.tone ?? 'accent')], room),
        span(' '),
        ...fitLine([span(row.figure)], figures, 'right'),
      ],
      width,
    );
  });
}

/** Columns over zero, `height` lines that fill `width` columns; neighbours share a column, summed, where there are more of them. A value above 0 is never invisible. */
export function verticalHistogram(
  values: readonly number[],
  {
    width,
    height,
    marks,
    tone = 'accent',
  }: { readonly width: number; readonly height: number; readonly marks: Marks; readonly tone?: Tone },
): readonly Line[] {
  const columns = spreadOver(values, width);
  const highest = Math.max(0, ...columns);
  const steps = marks.heights.length - 1;
  const heights = columns.map((value) =>
    value <= 0 || highest === 0 ? 0 : Math.max(1, Math.round((value / highest) * height * steps)),
  );
  return Array.from({ length: height }, (_, row) => {
    const floor = (height - 1 - row) * steps;
    const text = heights
      .map((tall) => marks.heights[Math.min(steps, Math.max(0, tall - floor))] ?? ' ')
      .join('');
    return fitLine([span(text, tone)], width);
  });
}

/** A value for each column: repeated where there is more room than values, summed where there is less. */
function spreadOver(values: readonly number[], width: number): readonly number[] {
  if (values.length === 0 || width < 1) return [];
  if (values.length <= width)
    return Array.from(
      { length: width },
      (_, column) => values[Math.floor((column * values.length) / width)] ?? 0,
    );
  const sums = Array.from({ length: width }, () => 0);
  values.forEach((value, index) => {
    const column = Math.floor((index * width) / values.length);
    sums[column] = (sums[column] ?? 0) + value;
  });
  return sums;
}
