import type { ChartPoint, LineChart, Scale } from '@kneepoint/report';
import { scaleOf } from '@kneepoint/report';
import { BrailleCanvas } from '../parts/braille-canvas.ts';
import { type Line, type Span, span, type Tone } from '../parts/line.ts';
import type { Marks } from '../parts/marks.ts';
import { targetLetter, targetTone } from '../parts/target-mark.ts';

/** The scales of a chart in a terminal: the same as in its SVG. */
export type PlotScales = { readonly x: (value: number) => number; readonly y: Scale };

/** x begins at zero, y too unless its scale is logarithmic. */
export function plotScales(chart: LineChart): PlotScales {
  const points = chart.lines.flatMap((line) => line.points);
  const highest = Math.max(1e-9, ...points.map(({ x }) => x), ...chart.ground.map(({ to }) => to));
  const ends = [
    ...points.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]),
    ...chart.curves.flatMap((curve) => curve.points.map(({ y }) => y)),
  ];
  const usable = chart.yScale === 'log' ? ends.filter((value) => value > 0) : ends;
  return { x: (value) => value / highest, y: scaleOf(chart.yScale, usable) };
}

/** Upper case for the thick lines, lower case for the thin ones of the same target. */
export const lineLetter = ({ series, weight }: LineChart['lines'][number]): string =>
  weight === 'thick' ? targetLetter(series) : targetLetter(series).toLowerCase();

type Room = { readonly width: number; readonly height: number; readonly marks: Marks };

/** The rows of the plot: lines and curves in braille, a letter at each measured point, the sign of invalid at those that are. */
export function plotRows(chart: LineChart, scales: PlotScales, { width, height, marks }: Room): Line[] {
  const canvas = new BrailleCanvas(width, height);
  const at = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: Math.round(scales.x(x) * (width * 2 - 1)),
    y: Math.round((1 - Math.min(1, Math.max(0, scales.y.share(y)))) * (height * 4 - 1)),
  });
  const tones: Tone[] = [];
  const owner = (tone: Tone): number => tones.push(tone) - 1;
  const grey = owner('muted');
  for (const { x } of chart.crossings) {
    const column = at({ x, y: scales.y.high }).x;
    for (let dot = 0; dot < height * 4; dot += 2) canvas.dot(column, dot, grey);
  }
  drawSteps(chart.steps.map(at), canvas, grey);
  for (const curve of chart.curves) {
    const own = owner(targetTone(curve.series));
    // Every other dot: a fit is not measured.
    for (const { x, y } of curve.points.map(at).filter(({ x: dot }) => dot % 3 === 0)) canvas.dot(x, y, own);
  }
  const letters = new Map<number, Span>();
  for (const line of chart.lines) {
    const tone = targetTone(line.series);
    const own = owner(tone);
    line.points.forEach((point, index) => {
      const before = line.points[index - 1];
      if (before !== undefined && point.isJoined) canvas.line(at(before), at(point), own);
      drawSpread(point, at, canvas, own);
      // A line of samples has its letter at its end alone.
      if (!line.hasMarks && index < line.points.length - 1) return;
      const { x, y } = at(point);
      const letter = point.isInvalid ? marks.invalid : lineLetter(line);
      const text = point.note ?? '';
      const [row, column] = [Math.floor(y / 4), Math.floor(x / 2)];
      const hasRoom = column + text.length < width;
      const from = hasRoom ? column : Math.max(0, column - text.length);
      for (const [ahead, character] of [...(hasRoom ? letter + text : text + letter)].entries())
        letters.set(row * width + from + ahead, span(character, tone, true));
    });
  }
  return gridLines({ width, height, marks }, canvas, { letters, tones });
}

type Dot = { readonly x: number; readonly y: number };

/** From left to right at the height of the one before, then down. */
function drawSteps(dots: readonly Dot[], canvas: BrailleCanvas, owner: number): void {
  dots.forEach((dot, index) => {
    const before = dots[index - 1];
    if (before === undefined) return;
    canvas.line(before, dot, owner);
  });
}

/** An upright stroke over what a point spans. */
function drawSpread(
  { x, low, high }: ChartPoint,
  at: (point: { readonly x: number; readonly y: number }) => Dot,
  canvas: BrailleCanvas,
  owner: number,
): void {
  if (low === null || high === null || high <= low) return;
  canvas.line(at({ x, y: low }), at({ x, y: high }), owner);
}

function gridLines(
  { width, height, marks }: Room,
  canvas: BrailleCanvas,
  drawn: { readonly letters: ReadonlyMap<number, Span>; readonly tones: readonly Tone[] },
): Line[] {
  return Array.from({ length: height }, (_, row) => {
    const pieces: Span[] = [];
    for (let column = 0; column < width; column++) {
      const cell = canvas.cell(column, row);
      const letter = drawn.letters.get(row * width + column);
      const text = cell === null ? ' ' : marks.unicode ? cell.character : '.';
      append(pieces, letter ?? span(text, cell === null ? 'plain' : (drawn.tones[cell.owner] ?? 'plain')));
    }
    return pieces;
  });
}

/** Neighbours of one look become one piece. */
function append(pieces: Span[], piece: Span): void {
  const last = pieces.at(-1);
  if (last !== undefined && last.tone === piece.tone && last.bold === piece.bold)
    pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  else pieces.push(piece);
}
