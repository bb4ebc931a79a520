import type { LiveCell } from '../../live/live-run.ts';
import { type Line, type Span, span } from '../parts/line.ts';
import type { Look } from '../parts/look.ts';
import { type TrustVerdict, trustMark, trustTone } from '../parts/trust-badge.ts';
import { meanThroughput } from './plan-matrix.ts';

/** Repeats up to which each has its own mark. */
const mostMarks = 5;

/** The stages of a level at a target: the mean of their tokens per second, then a mark for each repeat. */
export function matrixCell(cells: readonly LiveCell[], look: Look): Line {
  if (cells.length === 0) return [];
  const throughput = meanThroughput(cells);
  const isRunning = cells.some((cell) => cell.state === 'running');
  const anyEnded = cells.some((cell) => cell.state === 'ended');
  const figure = anyEnded ? look.numbers.rate(throughput) : '';
  return [span(`${figure} `, 'plain', isRunning), ...marksOf(cells, look)];
}

function marksOf(cells: readonly LiveCell[], look: Look): readonly Span[] {
  if (cells.length <= mostMarks) return cells.map((cell) => markOf(cell, look));
  const ended = cells.filter((cell) => cell.state === 'ended');
  const running = cells.find((cell) => cell.state === 'running');
  const shown = running ?? worst(ended);
  return [
    ...(shown === undefined ? [] : [markOf(shown, look)]),
    span(`${ended.length}/${cells.length}`, 'muted'),
  ];
}

function markOf(cell: LiveCell, { theme: { marks } }: Look): Span {
  if (cell.state === 'running') return span(marks.running, 'accent', true);
  if (cell.ended === null) return span(marks.waiting, 'muted');
  const verdict = verdictOf(cell);
  return span(trustMark(verdict, marks), trustTone(verdict));
}

/** A stage that failed has no figures that could be trusted, whatever its verdict says. */
const verdictOf = ({ ended }: LiveCell): TrustVerdict =>
  ended?.status === 'failed' ? 'invalid' : (ended?.verdict ?? 'too-early');

function worst(cells: readonly LiveCell[]): LiveCell | undefined {
  const order = ['invalid', 'suspect', 'too-early', 'valid'];
  return cells.toSorted((a, b) => order.indexOf(verdictOf(a)) - order.indexOf(verdictOf(b)))[0];
}
