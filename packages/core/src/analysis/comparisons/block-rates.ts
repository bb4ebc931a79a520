import type { Stage, StageSeries } from '../../result/stage-schema.ts';

/** Shorter blocks are not cut, in microseconds. */
const shortestBlock = 1_000_000;
/** With fewer blocks an interval would be a guess; Student's t is wide enough for three, as it is for three repeats. */
export const fewestBlocks = 3;
/** More add little, while longer blocks depend less on each other (Schmeiser, Operations Research 30, 1982). */
const mostBlocks = 30;

/**
 * The output throughput of a stage's window in consecutive blocks of equal length, tok/s; their mean is the window's own.
 * `null` where the series has no events in the window, or the window is too short for three blocks.
 *
 * Blocks, because a server's output from one moment to the next depends on itself: users whose requests fell into step
 * bring waves as long as a request. Neighbouring tokens or quarter seconds taken as independent would give an interval
 * that is far too narrow, so a block lasts a second at least, and as long as a request takes.
 */
export function blockRates(stage: Stage): readonly number[] | null {
  const { start, end } = stage.window;
  const throughput = stage.metrics.outputThroughput.value;
  if (start === null || end === null || throughput === null) return null;
  const length = Math.max(shortestBlock, stage.metrics.e2e.mean ?? 0);
  const series = growing(stage.series);
  const readings = series.filter(({ at }) => at >= start && at <= end).length;
  const count = Math.min(mostBlocks, Math.floor((end - start) / length), readings - 1);
  if (count < fewestBlocks) return null;
  const edges = Array.from({ length: count + 1 }, (_, edge) => start + ((end - start) * edge) / count);
  const totals = edges.map((at) => eventsAt(series, at));
  const events = totals.slice(1).map((total, block) => total - (totals[block] ?? 0));
  const mean = events.reduce((sum, value) => sum + value, 0) / count;
  return mean > 0 ? events.map((value) => (throughput * value) / mean) : null;
}

/** Totals never fall; the readings after the workers have gone do, and are left out. */
function growing(series: StageSeries): StageSeries {
  const end = series.findIndex(({ events }, index) => events < (series[index - 1]?.events ?? 0));
  return end < 0 ? series : series.slice(0, end);
}

/** The total at an instant, on the line between the readings around it. */
function eventsAt(series: StageSeries, at: number): number {
  const next = series.findIndex((point) => point.at >= at);
  const after = next < 0 ? series.at(-1) : series[next];
  const before = next < 0 ? after : series[next - 1];
  if (after === undefined) return 0;
  if (before === undefined || after.at <= before.at) return after.events;
  return before.events + ((after.events - before.events) * (at - before.at)) / (after.at - before.at);
}
