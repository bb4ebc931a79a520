import { type ChartGeometry, chartGeometry, laneHeight, legendHeight } from './chart-geometry.ts';
import {
  type ChartCrossing,
  type ChartGround,
  type ChartLine,
  type LineChart,
  mostLines,
} from './line-chart.ts';
import { joined, renderLine } from './render-line.ts';
import { spreadLabels } from './spread-labels.ts';
import { round, svgDocument, svgText } from './svg.ts';
import { shortName, textWidth } from './text-fit.ts';

/** Labels at the lines' ends closer than this would overlap. */
const labelDistance = 17;

/** The chart as one SVG element; `standaloneSvg` makes a file of it. */
export function renderLineChart(chart: LineChart): string {
  const geometry = chartGeometry(chart);
  const lines = chart.lines.slice(0, mostLines);
  return svgDocument(geometry, chart, [
    ...chart.ground.map((ground) => renderGround(ground, geometry)),
    ...axes(chart, geometry),
    ...spanNames(geometry),
    ...crossings(chart, geometry),
    ...(chart.steps.length === 0 ? [] : [`<path class="kp-steps" d="${joined(chart.steps, geometry)}"/>`]),
    ...chart.curves.map(
      ({ series, points }) => `<path class="kp-curve kp-line-${series}" d="${joined(points, geometry)}"/>`,
    ),
    ...lines.map((line) => renderLine(line, geometry)),
    ...markNotes(lines, geometry),
    ...endLabels(lines, geometry),
  ]);
}

function axes(chart: LineChart, geometry: ChartGeometry): string[] {
  const { plot, x, y, xTicks, yTicks, height, width, legend } = geometry;
  const [lowest] = yTicks;
  const legendTop = height - legend.length * legendHeight;
  return [
    ...yTicks.map(
      (tick) =>
        `<path class="${tick === lowest ? 'kp-axis' : 'kp-grid'}" d="M${round(plot.left)} ${round(y(tick))}H${round(plot.right)}"/>` +
        svgText(chart.formatY(tick), { x: plot.left - 8, y: y(tick) + 4, kind: 'tick', anchor: 'end' }),
    ),
    ...xTicks.map(
      (tick) =>
        `<path class="kp-axis" d="M${round(x(tick))} ${round(plot.bottom)}v5"/>` +
        svgText(chart.formatX(tick), { x: x(tick), y: plot.bottom + 20, kind: 'tick', anchor: 'middle' }),
    ),
    svgText(chart.yTitle, { x: 12, y: 20, kind: 'title' }),
    svgText(chart.xTitle, {
      x: (plot.left + plot.right) / 2,
      y: plot.bottom + 41,
      kind: 'title',
      anchor: 'middle',
    }),
    ...legend.map((line, index) =>
      svgText(line, {
        x: width / 2,
        y: legendTop + index * legendHeight + 3,
        kind: 'legend',
        anchor: 'middle',
      }),
    ),
  ];
}

function renderGround({ from, to, height, text }: ChartGround, { plot, x }: ChartGeometry): string {
  const [left, right] = [x(from), x(to)];
  const top = plot.bottom - height * (plot.bottom - plot.top) * 0.7;
  const rectangle = `<rect class="kp-load" x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(plot.bottom - top)}"/>`;
  if (textWidth(text) > right - left) return rectangle;
  return (
    rectangle + svgText(text, { x: (left + right) / 2, y: plot.bottom - 5, kind: 'note', anchor: 'middle' })
  );
}

/** The names of spans above the plot, each with a bracket over its stretch. */
function spanNames({ spans, plot, x }: ChartGeometry): string[] {
  return spans.map(({ from, to, text, row, middle, stem: at }) => {
    const y = plot.top - row * laneHeight - 4;
    const stem = row === 0 || at === null ? '' : `M${round(at)} ${round(plot.top - 4)}V${round(y)}`;
    const bracket = `<path class="kp-axis" d="M${round(x(from))} ${round(plot.top)}v-4H${round(x(to))}v4${stem}"/>`;
    return bracket + svgText(text, { x: middle, y: y - 3, kind: 'note', anchor: 'middle' });
  });
}

/** An upright line with its interval as a whisker and, where it touches no other's, its words above the plot. */
function crossings(chart: LineChart, geometry: ChartGeometry): string[] {
  const { plot, x } = geometry;
  let free = Number.NEGATIVE_INFINITY;
  return chart.crossings.map((crossing) => {
    const half = textWidth(crossing.text) / 2;
    const middle = Math.min(Math.max(x(crossing.x), plot.left + half), plot.right - half);
    const line = `<path class="kp-crossing" d="M${round(x(crossing.x))} ${round(plot.top)}V${round(plot.bottom)}${crossingWhisker(crossing, geometry)}"/>`;
    if (middle - half < free) return line;
    free = middle + half + 8;
    return line + svgText(crossing.text, { x: middle, y: plot.top - 5, kind: 'note', anchor: 'middle' });
  });
}

function crossingWhisker({ low, high }: ChartCrossing, { plot, x }: ChartGeometry): string {
  if (low === null || high === null) return '';
  const y = round(plot.top);
  return `M${round(x(low))} ${y}v6M${round(x(low))} ${y + 3}H${round(x(high))}M${round(x(high))} ${y}v6`;
}

type PlacedNote = { readonly x: number; readonly y: number; readonly width: number };

/** Notes beside marks, to the right or else to the left; one that would touch another there too is left out: the table has it. */
function markNotes(lines: readonly ChartLine[], { plot, x, y }: ChartGeometry): string[] {
  const placed: PlacedNote[] = [];
  return lines.flatMap((line) =>
    line.points.flatMap((point) => {
      if (point.note === null) return [];
      const width = textWidth(point.note);
      const places = [x(point.x) + 8, x(point.x) - 8 - width].map((at) => ({
        x: at,
        y: y(point.y) - 7,
        width,
      }));
      const free = places.find(
        (place) =>
          place.x + width <= plot.right &&
          place.x >= plot.left &&
          !placed.some((other) => isTouching(place, other)),
      );
      if (free === undefined) return [];
      placed.push(free);
      return [svgText(point.note, { x: free.x, y: free.y, kind: 'note' })];
    }),
  );
}

function isTouching(one: PlacedNote, other: PlacedNote): boolean {
  return Math.abs(other.y - one.y) < 13 && one.x < other.x + other.width && other.x < one.x + one.width;
}

/** The names at the right of the plot, at the height of their lines' ends, moved apart where they end together. */
function endLabels(lines: readonly ChartLine[], { plot, x, y }: ChartGeometry): string[] {
  const ends = lines.flatMap((line) => {
    const last = line.points.at(-1);
    return last === undefined ? [] : [{ line, x: x(last.x), y: y(last.y) }];
  });
  const places = spreadLabels(
    ends.map((end) => end.y),
    labelDistance,
    { from: plot.top + 4, to: plot.bottom - 4 },
  );
  return ends.flatMap((end, index) => {
    const place = places[index] ?? end.y;
    const isAside = Math.abs(place - end.y) > 2 || plot.right - end.x > 2;
    const leader = `<path class="kp-leader kp-line-${end.line.series}" d="M${round(end.x + 6)} ${round(end.y)}L${round(plot.right + 12)} ${round(place)}"/>`;
    const text = shortName(end.line.name);
    return [
      ...(isAside ? [leader] : []),
      svgText(text, { x: plot.right + 15, y: place + 4, kind: 'label', series: end.line.series }),
    ];
  });
}
