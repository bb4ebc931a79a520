import type { LiveRun } from '../../../live/live-run.ts';
import { line } from '../../parts/line.ts';
import { lineChart } from '../../parts/line-chart.ts';
import type { Look } from '../../parts/look.ts';
import type { PanelContent, PanelKind, PanelRoom } from '../panel-kind.ts';
import { scalingOf } from '../scaling-series.ts';

/** Highest over lowest load from which the axis grows by factors. */
const logFactor = 8;

/** Throughput over the load for all targets, of the levels done so far. */
export const chartPanel: PanelKind = {
  name: 'chart',
  reads: (run) => [run.cells, run.targets, run.stage?.stage.suite],
  hasContent: (run) => run.cells.some((cell) => cell.ended !== null),
  draw,
};

function draw(run: LiveRun, room: PanelRoom, look: Look): PanelContent {
  const { words, numbers, theme } = look;
  const title = words.live.panels.chart;
  const scaling = scalingOf(run);
  if (scaling === null) return { title, lines: [line(words.live.empty.chart, 'muted')] };
  const loads = scaling.series.flatMap((one) => one.points.map((point) => point.x));
  const { users, requestRate, invalidPoints } = words.live.figures;
  const lines = lineChart({
    series: scaling.series,
    width: room.width,
    height: room.height,
    x: {
      title: scaling.x === 'users' ? users : requestRate,
      scale: Math.max(...loads) / Math.min(...loads) >= logFactor ? 'log' : 'linear',
      format: numbers.count,
    },
    y: { title: 'tok/s', format: numbers.count },
    marks: theme.marks,
  });
  return { title, ...(scaling.anyInvalid ? { aside: invalidPoints } : {}), lines };
}
