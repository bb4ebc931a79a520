import { expect, test } from 'vitest';
import type { LiveCell } from '../../live/live-run.ts';
import { lookOf } from '../parts/look.ts';
import { screenLines } from '../parts/testing/screen-lines.ts';
import { matrixCell } from './matrix-cell.ts';
import { scalingOf } from './scaling-series.ts';
import { endedCell, plannedStage } from './testing/live-parts.ts';
import { capacitySearch, midComparison, startOfRun } from './testing/live-runs.ts';
import { windowAround } from './window-around.ts';

const look = lookOf('en', { LANG: 'en_US.UTF-8' });
const stage = plannedStage({ target: 'vllm', users: 50 });
const waiting: LiveCell = { stage, state: 'waiting', ended: null };
const running: LiveCell = { stage, state: 'running', ended: null };

test('a cell shows the mean of its ended repeats and a mark for each', () => {
  const cell = matrixCell(
    [endedCell(stage, 1000), endedCell(stage, 1200, 'suspect'), running, waiting],
    look,
  );
  expect(screenLines([cell])).toEqual(['1,100 ✓!▶·']);
});

test('a stage that failed has no figure and is marked so, never 0', () => {
  expect(screenLines([matrixCell([endedCell(stage, null)], look)])).toEqual(['- ✗']);
});

test('many repeats are counted, with the mark of the worst', () => {
  const ended = Array.from({ length: 7 }, (_, index) =>
    endedCell(stage, 100, index === 3 ? 'invalid' : 'valid'),
  );
  expect(screenLines([matrixCell([...ended, waiting], look)])).toEqual(['100 ✗7/8']);
});

test('the scaling chart is of one suite, its levels in order, invalid ones hollow', () => {
  const comparison = scalingOf(midComparison);
  expect(comparison?.x).toBe('users');
  expect(comparison?.series.map((one) => one.points.map((point) => point.x))).toEqual([
    [5, 10, 20, 50],
    [5, 10, 20, 50],
  ]);
  const search = scalingOf(capacitySearch);
  expect(search?.anyInvalid).toBe(true);
  expect(search?.series[0]?.points.map(({ x, hollow = false }) => (hollow ? `(${x})` : x))).toEqual([
    1,
    2,
    4,
    8,
    16,
    32,
    '(64)',
  ]);
  expect(scalingOf(startOfRun)).toBe(null);
});

test('a window stays around its place and inside the whole', () => {
  expect(windowAround(30, 8, 0)).toEqual({ from: 0, to: 8 });
  expect(windowAround(30, 8, 15)).toEqual({ from: 11, to: 19 });
  expect(windowAround(30, 8, 99)).toEqual({ from: 22, to: 30 });
  expect(windowAround(3, 8, 2)).toEqual({ from: 0, to: 3 });
  expect(windowAround(3, -1, 2)).toEqual({ from: 2, to: 2 });
});
