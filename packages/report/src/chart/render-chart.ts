import { escapeHtml } from '../write/escape-html.ts';
import { type ChartGeometry, chartGeometry, shortName } from './chart-geometry.ts';
import { chartStyle } from './chart-style.ts';
import type { ChartLine, ChartPoint, LineChart } from './line-chart.ts';

/** Lines are told apart by dash and mark as well as by colour, so the chart reads in grey. */
const dashes = ['none', '7 4', '2 4', '10 4 2 4', '14 5', '4 2'] as const;
/** Labels at the lines' ends closer than this would overlap. */
const leastLabelDistance = 17;

/** The chart as one SVG element that stands alone: its style is inside, its colours follow the reader's light or dark setting. */
export function renderChart(chart: LineChart): string {
  const geometry = chartGeometry(chart);
  const { width, height } = geometry;
  const lines = chart.lines.slice(0, dashes.length);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="kp-chart" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeHtml(chart.title)}</title>`,
    `<desc>${escapeHtml(chart.description)}</desc>`,
    `<style>${chartStyle}</style>`,
    `<rect class="kp-ground" width="${width}" height="${height}" rx="6"/>`,
    ...axes(chart, geometry),
    ...lines.map((line, index) => renderLine(line, index, geometry)),
    ...endLabels(lines, geometry),
    '</svg>',
  ].join('\n');
}

function axes(chart: LineChart, { plot, x, y, xTicks, yTicks, height }: ChartGeometry): string[] {
  const middle = (plot.left + plot.right) / 2;
  return [
    ...yTicks.map(
      (tick) =>
        `<path class="${tick === 0 ? 'kp-axis' : 'kp-grid'}" d="M${round(plot.left)} ${round(y(tick))}H${round(plot.right)}"/>` +
        `<text class="kp-tick" x="${round(plot.left - 8)}" y="${round(y(tick) + 4)}" text-anchor="end">${escapeHtml(chart.formatY(tick))}</text>`,
    ),
    ...xTicks.map(
      (tick) =>
        `<path class="kp-axis" d="M${round(x(tick))} ${round(plot.bottom)}v5"/>` +
        `<text class="kp-tick" x="${round(x(tick))}" y="${round(plot.bottom + 20)}" text-anchor="middle">${escapeHtml(chart.formatX(tick))}</text>`,
    ),
    `<text class="kp-title" x="${round(12)}" y="18">${escapeHtml(chart.yTitle)}</text>`,
    `<text class="kp-title" x="${round(middle)}" y="${round(plot.bottom + 40)}" text-anchor="middle">${escapeHtml(chart.xTitle)}</text>`,
    `<text class="kp-legend" x="${round(middle)}" y="${round(height - 12)}" text-anchor="middle">${escapeHtml(chart.legend)}</text>`,
  ];
}

function renderLine(line: ChartLine, index: number, geometry: ChartGeometry): string {
  const { x, y } = geometry;
  const path = line.points
    .map((point, at) => `${at === 0 ? 'M' : 'L'}${round(x(point.x))} ${round(y(point.y))}`)
    .join('');
  return [
    `<g class="kp-line kp-line-${index}">`,
    `<path class="kp-segment" d="${path}" stroke-dasharray="${dashes[index] ?? 'none'}"/>`,
    ...line.points.flatMap((point) => (point.low < point.high ? [whisker(point, geometry)] : [])),
    ...line.points.map((point) => mark(point, index, geometry)),
    '</g>',
  ].join('');
}

function whisker(point: ChartPoint, { x, y }: ChartGeometry): string {
  const [center, low, high] = [round(x(point.x)), round(y(point.low)), round(y(point.high))];
  return `<path class="kp-whisker" d="M${center} ${low}V${high}m-4 0h8M${center} ${low}m-4 0h8"/>`;
}

/** Circle, square, triangle, diamond, downward triangle, bar: one for each line. */
function mark(point: ChartPoint, index: number, { x, y }: ChartGeometry): string {
  const shapes = [
    'm-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
    'm-4.5 -4.5h9v9h-9z',
    'm0 -6l5.6 10h-11.2z',
    'm0 -6l6 6l-6 6l-6 -6z',
    'm0 6l5.6 -10h-11.2z',
    'm-6 -2.5h12v5h-12z',
  ] as const;
  const shape = shapes[index] ?? shapes[0];
  const start = `M${round(x(point.x))} ${round(y(point.y))}`;
  return `<path class="kp-mark${point.isInvalid ? ' kp-hollow' : ''}" d="${start}${shape}"/>`;
}

/** The names at the lines' ends, pushed apart where lines end together. */
function endLabels(lines: readonly ChartLine[], { plot, x, y }: ChartGeometry): string[] {
  const labels = lines
    .flatMap((line, index) => {
      const last = line.points.at(-1);
      return last === undefined ? [] : [{ line, index, x: x(last.x), y: y(last.y) }];
    })
    .sort((one, other) => one.y - other.y);
  let free = Number.NEGATIVE_INFINITY;
  return labels.map((label) => {
    const at = Math.min(Math.max(label.y, free), plot.bottom);
    free = at + leastLabelDistance;
    return `<text class="kp-label kp-line-${label.index}" x="${round(label.x + 11)}" y="${round(at + 4)}">${escapeHtml(shortName(label.line.name))}</text>`;
  });
}

/** A tenth of a unit is finer than any screen, and keeps the file small and the same everywhere. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
