import { type ChartRow, type RowChart, type Scale, type StripQuantiles, scaleOf } from '@kneepoint/report';
import { filledCells } from '../parts/bar.ts';
import { columnsOf } from '../parts/columns-of.ts';
import { clipLine, fitLine } from '../parts/fit-line.ts';
import { type Line, span } from '../parts/line.ts';
import type { Marks } from '../parts/marks.ts';
import { screenText } from '../parts/screen-text.ts';
import { targetLetter, targetTone } from '../parts/target-mark.ts';
import type { Paper } from './paper.ts';

type Room = Pick<Paper, 'width' | 'marks'>;

/** Rows of bars or of distributions over one axis, with the group's name in front of its first row. */
export function drawRowChart(chart: RowChart, { width, marks }: Room): readonly Line[] {
  const rows = chart.groups.flatMap((group) => group.rows);
  const hasNames = chart.groups.some((group) => group.rows.length > 1);
  const groupWidth = Math.min(Math.floor(width / 4), widest(chart.groups.map(({ name }) => name)));
  const nameWidth = hasNames ? Math.min(Math.floor(width / 5), widest(rows.map(({ name }) => name)) + 2) : 0;
  const figureWidth = Math.min(18, widest(rows.map(({ mark }) => (mark.kind === 'bar' ? mark.text : ''))));
  const doubt = rows.some(({ isInvalid }) => isInvalid) ? 2 : 0;
  const before = groupWidth + 1 + (hasNames ? nameWidth + 1 : 0);
  const room = Math.max(8, width - before - doubt - (figureWidth === 0 ? 0 : figureWidth + 1));
  const scale = scaleOf(chart.xScale, rows.flatMap(valuesOf));
  const drawn = chart.groups.flatMap((group) =>
    group.rows.map(
      (row, index): Line => [
        ...fitLine([span(index === 0 ? screenText(group.name) : '')], groupWidth),
        span(' '),
        ...(hasNames ? [...fitLine(nameOf(row), nameWidth), span(' ')] : []),
        ...fitLine(markOf(row, scale, { room, marks }), room),
        ...figureOf(row, marks),
      ],
    ),
  );
  return [
    ...drawn,
    [span(`${' '.repeat(before)}${axisText(chart, scale, room)}`, 'muted')],
    [span(`${' '.repeat(before)}${screenText(chart.xTitle)}`, 'muted')],
  ].map((line) => clipLine(line, width));
}

const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => columnsOf(screenText(text))));

const nameOf = ({ name, series }: ChartRow): Line => [
  span(targetLetter(series), targetTone(series), true),
  span(` ${screenText(name)}`, targetTone(series)),
];

function figureOf({ mark, isInvalid }: ChartRow, marks: Marks): Line {
  const doubt = isInvalid ? [span(` ${marks.invalid}`, 'bad')] : [];
  return mark.kind === 'bar' ? [span(` ${mark.text}`), ...doubt] : doubt;
}

function valuesOf({ mark }: ChartRow): number[] {
  if (mark.kind === 'bar') return [mark.value, mark.high ?? mark.value];
  return [mark.quantiles.min, mark.quantiles.max];
}

type Plot = { readonly room: number; readonly marks: Marks };

function markOf(row: ChartRow, scale: Scale, { room, marks }: Plot): Line {
  const tone = targetTone(row.series);
  if (row.mark.kind === 'strip') return [span(stripText(row.mark.quantiles, scale, { room, marks }), tone)];
  const cells = filledCells(scale.share(row.mark.value), room, marks);
  return [span(cells === '' && row.mark.value > 0 ? (marks.lengths[1] ?? '') : cells, tone)];
}

/** The least to the greatest as a thin line, p10 to p90 light, p25 to p75 solid, a stroke at p50, a diamond at p99. */
function stripText(quantiles: StripQuantiles, scale: Scale, { room, marks }: Plot): string {
  const place = (value: number): number =>
    Math.min(room - 1, Math.max(0, Math.round(scale.share(value) * (room - 1))));
  const [thin, light, solid, stroke, diamond] = marks.unicode
    ? ['─', '▒', '█', '┃', '◆']
    : ['-', '=', '#', '|', '*'];
  const { min, p10, p25, p50, p75, p90, p99, max } = quantiles;
  const cells = Array.from({ length: room }, (_, cell) => {
    if (cell >= place(p25) && cell <= place(p75)) return solid;
    if (cell >= place(p10) && cell <= place(p90)) return light;
    return cell >= place(min) && cell <= place(max) ? thin : ' ';
  });
  if (p99 !== null) cells[place(p99)] = diamond;
  cells[place(p50)] = stroke;
  return cells.join('').trimEnd();
}

/** The first and the last tick, and the one in the middle where there is room. */
function axisText(chart: RowChart, scale: Scale, room: number): string {
  const wanted = [scale.ticks[0], scale.ticks.at(-1), scale.ticks[Math.floor(scale.ticks.length / 2)]];
  const line: string[] = Array.from({ length: room }, () => ' ');
  for (const tick of wanted) {
    if (tick === undefined) continue;
    const text = chart.formatX(tick);
    const middle = Math.round(scale.share(tick) * (room - 1)) - Math.floor(text.length / 2);
    const from = Math.min(room - text.length, Math.max(0, middle));
    const place = line.slice(Math.max(0, from - 1), from + text.length + 1);
    if (from >= 0 && place.every((character) => character === ' ')) line.splice(from, text.length, ...text);
  }
  return line.join('').trimEnd();
}
