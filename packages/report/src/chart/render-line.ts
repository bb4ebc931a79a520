import type { ChartGeometry } from './chart-geometry.ts';
import type { ChartLine, ChartPoint } from './line-chart.ts';
import { round } from './svg.ts';

/** Circle, square, triangle, diamond, downward triangle, bar: one for each series, so that the chart reads in grey. */
const markShapes = [
  'm-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  'm-4.5 -4.5h9v9h-9z',
  'm0 -6l5.6 10h-11.2z',
  'm0 -6l6 6l-6 6l-6 -6z',
  'm0 6l5.6 -10h-11.2z',
  'm-6 -2.5h12v5h-12z',
] as const;
const smallMarkShapes = [
  'm-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z',
  'm-2.7 -2.7h5.4v5.4h-5.4z',
  'm0 -3.6l3.4 6h-6.8z',
  'm0 -3.6l3.6 3.6l-3.6 3.6l-3.6 -3.6z',
  'm0 3.6l3.4 -6h-6.8z',
  'm-3.6 -1.5h7.2v3h-7.2z',
] as const;

/** A line with its bands or whiskers below and its marks above. */
export function renderLine(line: ChartLine, geometry: ChartGeometry): string {
  const thin = line.weight === 'thin' ? ' kp-thin' : '';
  return [
    `<g class="kp-line kp-line-${line.series}">`,
    ...(line.spread === 'band'
      ? bands(line, geometry)
      : line.points.flatMap((point) => whisker(point, geometry))),
    `<path class="kp-segment${thin}" d="${segments(line.points, geometry)}"/>`,
    ...(line.hasMarks ? line.points.map((point) => mark(point, line, geometry)) : []),
    '</g>',
  ].join('');
}

/** A path through points that are all joined. */
export function joined(
  points: readonly { readonly x: number; readonly y: number }[],
  { x, y }: ChartGeometry,
): string {
  return points
    .map((point, at) => `${at === 0 ? 'M' : 'L'}${round(x(point.x))} ${round(y(point.y))}`)
    .join('');
}

/** A point that nothing joins to its neighbours is a short stroke, so that it is seen even without a mark. */
function segments(points: readonly ChartPoint[], { x, y }: ChartGeometry): string {
  return points
    .map((point, at) => {
      const isStart = at === 0 || !point.isJoined;
      const isAlone = isStart && points[at + 1]?.isJoined !== true;
      return `${isStart ? 'M' : 'L'}${round(x(point.x))} ${round(y(point.y))}${isAlone ? 'h.5' : ''}`;
    })
    .join('');
}

/** One band for each run of neighbouring points whose interval is known; a single one is a whisker. */
function bands({ points }: ChartLine, geometry: ChartGeometry): string[] {
  const { x, y } = geometry;
  const runs: ChartPoint[][] = [];
  let isOpen = false;
  for (const point of points) {
    const hasInterval = point.low !== null && point.high !== null && point.low < point.high;
    if (hasInterval && isOpen && point.isJoined) runs.at(-1)?.push(point);
    else if (hasInterval) runs.push([point]);
    isOpen = hasInterval;
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (run.length === 1 && first !== undefined) return whisker(first, geometry);
    const edge = (pick: (point: ChartPoint) => number): string[] =>
      run.map((point) => `${round(x(point.x))} ${round(y(pick(point)))}`);
    const upper = edge((point) => point.high ?? point.y);
    const lower = edge((point) => point.low ?? point.y).reverse();
    return [`<path class="kp-band" d="M${[...upper, ...lower].join('L')}z"/>`];
  });
}

function whisker({ x: at, low, high }: ChartPoint, { x, y }: ChartGeometry): string[] {
  if (low === null || high === null || low >= high) return [];
  const [center, bottom, top] = [round(x(at)), round(y(low)), round(y(high))];
  return [`<path class="kp-whisker" d="M${center} ${bottom}V${top}m-4 0h8M${center} ${bottom}m-4 0h8"/>`];
}

function mark(point: ChartPoint, { series, weight }: ChartLine, { x, y }: ChartGeometry): string {
  const shapes = weight === 'thick' ? markShapes : smallMarkShapes;
  const shape = shapes[series % shapes.length] ?? shapes[0];
  const start = `M${round(x(point.x))} ${round(y(point.y))}`;
  return `<path class="kp-mark${point.isInvalid ? ' kp-hollow' : ''}" d="${start}${shape}"/>`;
}
