import type { PlannedStage } from '@kneepoint/core';
import type { LiveCell, LiveRun } from '../../live/live-run.ts';
import type { ChartSeries } from '../parts/line-chart.ts';
import { screenText } from '../parts/screen-text.ts';
import { targetLetter, targetTone } from '../parts/target-mark.ts';
import { meanThroughput, planMatrix } from './plan-matrix.ts';

type StageSuite = PlannedStage['suite'];

/** Suites whose levels differ by their load alone. */
const scalingSuites: readonly StageSuite[] = [
  'concurrency',
  'capacity',
  'rate',
  'arrivals',
  'bench',
  'calibrate',
];

/** Throughput over the load, of one suite. */
export type Scaling = {
  readonly x: 'users' | 'rate';
  readonly series: readonly ChartSeries[];
  readonly anyInvalid: boolean;
};

/** The levels that have ended of the suite that runs, else of the one with the most of them; `null` before there is one. */
export function scalingOf({ cells, targets, stage }: LiveRun): Scaling | null {
  const suite = chosenSuite(cells, stage?.stage.suite ?? null);
  const shown = cells.filter((cell) => cell.stage.suite === suite && loadOf(cell.stage) !== null);
  const first = shown[0]?.stage.load.loop;
  if (first === undefined) return null;
  const matrix = planMatrix(
    shown.filter((cell) => cell.stage.load.loop === first),
    targets.map((target) => target.name),
  );
  const isInvalid = (list: readonly LiveCell[]): boolean =>
    list.some(({ ended }) => ended !== null && (ended.verdict === 'invalid' || ended.status === 'failed'));
  const series = matrix.targets.map((name, place) => ({
    name: screenText(name),
    letter: targetLetter(place),
    tone: targetTone(place),
    points: matrix.rows
      .flatMap((row) => {
        const list = row.cells.get(name) ?? [];
        const [x, y] = [loadOf(row.stage), meanThroughput(list)];
        return x === null || y === null ? [] : [{ x, y, ...(isInvalid(list) ? { hollow: true } : {}) }];
      })
      .sort((a, b) => a.x - b.x),
  }));
  const anyInvalid = series.some((one) => one.points.some((point) => 'hollow' in point));
  if (series.every((one) => one.points.length === 0)) return null;
  return {
    x: first === 'closed' ? 'users' : 'rate',
    series: series.filter((one) => one.points.length > 0),
    anyInvalid,
  };
}

function chosenSuite(cells: readonly LiveCell[], running: StageSuite | null): StageSuite | null {
  const ended = cells.filter((cell) => cell.ended !== null).map((cell) => cell.stage.suite);
  const count = (suite: StageSuite): number => ended.filter((other) => other === suite).length;
  if (running !== null && scalingSuites.includes(running) && count(running) > 0) return running;
  return scalingSuites.toSorted((a, b) => count(b) - count(a)).find((suite) => count(suite) > 0) ?? null;
}

/** The load as a number: users, or requests per second where the plan has one rate; `null` for a ramp, steps or a trace. */
function loadOf({ load }: PlannedStage): number | null {
  if (load.loop === 'closed') return load.users;
  return 'requestsPerSecond' in load.arrivals ? load.arrivals.requestsPerSecond : null;
}
