import { type Block, type Cell, type Column, cell, details, left, right } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { type ChartDrawing, renderDrawing } from './chart-drawing.ts';
import type { ChartPoint, LineChart } from './line-chart.ts';

/** A table of the numbers that a chart shows. */
export type ChartNumbers = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
};

type NamedDrawing = { readonly name: string; readonly drawing: ChartDrawing };

/** The chart and, folded away beside it, the numbers behind it. Its file is named after it and the language. */
export function chartBlocks(
  { catalogue }: ReportContext,
  { name, drawing }: NamedDrawing,
  numbers: ChartNumbers,
): Block[] {
  const { title } = drawing.chart;
  return [
    { kind: 'chart', name: `${name}-${catalogue.language}`, title, drawing, svg: renderDrawing(drawing) },
    details(catalogue.chart.numbers, [{ kind: 'table', caption: title, ...numbers, notes: [] }]),
  ];
}

/** A row for each x, a column for each line, with what its band or whisker spans. */
export function lineNumbers(chart: LineChart, xColumn: string, { catalogue }: ReportContext): ChartNumbers {
  const xs = [...new Set(chart.lines.flatMap((line) => line.points.map((point) => point.x)))];
  return {
    columns: [right(xColumn), ...chart.lines.map((line) => right(line.name))],
    rows: xs
      .sort((one, other) => one - other)
      .map((x) => [
        cell(chart.formatX(x)),
        ...chart.lines.map((line) => {
          const point = line.points.find((candidate) => candidate.x === x);
          return point === undefined ? cell(catalogue.words.none, 'muted') : pointCell(point, chart);
        }),
      ]),
  };
}

function pointCell({ y, low, high, isInvalid }: ChartPoint, { formatY }: LineChart): Cell {
  const span = low === null || high === null || low >= high ? null : `${formatY(low)}–${formatY(high)}`;
  return cell(formatY(y), isInvalid ? 'invalid' : 'plain', span);
}

/** The columns of a table whose rows are a group and one of its members. */
export function groupColumns(group: string, { catalogue }: ReportContext): Column[] {
  return [left(group), left(catalogue.columns.target)];
}
