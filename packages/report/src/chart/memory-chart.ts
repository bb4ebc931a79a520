import { type Block, type Cell, cell, left, right } from '../model/document.ts';
import { levelName, type ReportContext } from '../model/report-context.ts';
import { type ChartNumbers, chartBlocks } from './chart-block.ts';
import { type ChartLine, type LineChart, linesAlone } from './line-chart.ts';
import { memoryLines } from './memory-lines.ts';
import { loadGround, loadSpans, phaseSpans } from './memory-load.ts';

const bytesPerGigabyte = 1e9;

/** Memory over time with the load behind it, and the most of each stage as a table; nothing where no memory was sampled. */
export function memoryChart(context: ReportContext): Block[] {
  const chart = memoryOverTime(context);
  if (chart === null) return [];
  return chartBlocks(
    context,
    { name: 'memory', drawing: { kind: 'lines', chart } },
    stageNumbers(context, chart.lines),
  );
}

/** The same as data. */
export function memoryOverTime(context: ReportContext): LineChart | null {
  const { catalogue } = context;
  const { lines, hidden } = memoryLines(context);
  if (!lines.some((line) => line.points.length > 1)) return null;
  const { axis, legend, title } = catalogue.chart;
  const spans = loadSpans(context);
  const most = lines.map(({ name, points }) => ({ target: name, value: mostOf(points.map(({ y }) => y)) }));
  return {
    ...linesAlone,
    title: title.memory(most),
    description: title.memory(most),
    xTitle: axis.time,
    yTitle: axis.memory,
    legend: [
      ...(spans.length > 0 ? [legend.background] : []),
      ...(lines.some((line) => line.points.slice(1).some((point) => !point.isJoined))
        ? [legend.openGaps]
        : []),
      ...(hidden > 0 ? [legend.more(hidden)] : []),
    ],
    formatX: catalogue.formats.requests,
    formatY: (bytes) => catalogue.formats.requests(bytes / bytesPerGigabyte),
    yScale: 'linear',
    xTicks: 'round',
    lines,
    ground: loadGround(context, spans),
    spans: phaseSpans(context, livesOf(context, lines)),
  };
}

/** When each target's own line begins and ends. */
function livesOf({ result }: ReportContext, lines: readonly ChartLine[]) {
  return new Map(
    result.targets.flatMap(({ name }, place) => {
      const points = lines.filter((line) => line.series === place).flatMap((line) => line.points);
      const xs = points.map(({ x }) => x);
      return xs.length === 0 ? [] : [[name, { first: Math.min(...xs), last: mostOf(xs) }] as const];
    }),
  );
}

/** The most that each line held while each stage ran. */
function stageNumbers(context: ReportContext, lines: readonly ChartLine[]): ChartNumbers {
  const { catalogue } = context;
  const { columns, formats, words, chart } = catalogue;
  const most = (line: ChartLine, from: number, to: number): Cell => {
    const inside = line.points.filter(({ x }) => x >= from && x <= to).map(({ y }) => y);
    return inside.length === 0 ? cell(words.none, 'muted') : cell(formats.bytes(mostOf(inside)));
  };
  return {
    columns: [
      left(columns.target),
      left(columns.load),
      right(chart.from),
      right(chart.to),
      ...lines.map(({ name }) => right(name)),
    ],
    rows: loadSpans(context).map(({ stage, from, to }) => [
      cell(stage.target),
      cell(levelName(catalogue, stage)),
      cell(formats.requests(from)),
      cell(formats.requests(to)),
      ...lines.map((line) => most(line, from, to)),
    ]),
  };
}

const mostOf = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
