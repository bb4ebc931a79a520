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

/** Columns over zero, `height` lines of `width` columns, each value as wide as fits; a value above 0 is never invisible. */
export function verticalHistogram(
  values: readonly number[],
  {
    width,
    height,
    marks,
    tone = 'accent',
  }: { readonly width: number; readonly height: number; readonly marks: Marks; readonly tone?: Tone },
): readonly Line[] {
  const highest = Math.max(0, ...values);
  const steps = marks.heights.length - 1;
  const each = Math.max(1, Math.floor(width / Math.max(1, values.length)));
  const heights = values.map((value) =>
    value <= 0 || highest === 0 ? 0 : Math.max(1, Math.round((value / highest) * height * steps)),
  );
  return Array.from({ length: height }, (_, row) => {
    const floor = (height - 1 - row) * steps;
    const text = heights
      .map((tall) => (marks.heights[Math.min(steps, Math.max(0, tall - floor))] ?? ' ').repeat(each))
      .join('');
    return fitLine([span(text, tone)], width);
  });
}
