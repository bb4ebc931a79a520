import type { LineChart } from '../chart/line-chart.ts';
import { throughputChart, throughputLines } from '../chart/throughput-chart.ts';
import { type Block, type Cell, cell, right } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { rateCell } from './level-cells.ts';
import { type Section, sectionHeading } from './section.ts';

/** Throughput against users as a chart, and the points of the chart as a table with the share of linear scaling. */
export const scalingSection: Section = (context) => {
  const chart = throughputLines(context);
  if (chart === null) return [];
  return [
    sectionHeading(context, 2, 'scaling', context.catalogue.headings.scaling),
    ...throughputChart(context),
    pointsTable(context, chart),
  ];
};

function pointsTable({ catalogue }: ReportContext, chart: LineChart): Block {
  const { columns } = catalogue;
  const users = [...new Set(chart.lines.flatMap((line) => line.points.map((point) => point.x)))].sort(
    (one, other) => one - other,
  );
  return {
    kind: 'table',
    columns: [
      right(columns.users),
      ...chart.lines.flatMap((line) => [right(`${line.name} (tok/s)`), right(columns.ofLinear(line.name))]),
    ],
    rows: users.map((x) => [
      cell(catalogue.formats.count(x)),
      ...chart.lines.flatMap((line) => pointCells(catalogue, line, x)),
    ]),
    notes: [],
  };
}

/** Linear means that every user keeps the speed of the lightest level. */
function pointCells(
  catalogue: ReportContext['catalogue'],
  line: LineChart['lines'][number],
  x: number,
): Cell[] {
  const point = line.points.find((candidate) => candidate.x === x);
  const [first] = line.points;
  if (point === undefined || first === undefined) {
    return [cell(catalogue.words.notMeasured, 'muted'), cell('')];
  }
  const tone = point.isInvalid ? 'invalid' : 'plain';
  const share = first.y > 0 ? point.y / point.x / (first.y / first.x) : null;
  return [
    rateCell(catalogue, { mean: point.y, low: point.low ?? point.y, high: point.high ?? point.y }, tone),
    share === null ? cell(catalogue.words.unknown, 'muted') : cell(catalogue.formats.share(share), tone),
  ];
}
