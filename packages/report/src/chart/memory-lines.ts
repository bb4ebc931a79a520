import type { RecordedSeries } from '@kneepoint/core';
import type { ReportContext } from '../model/report-context.ts';
import { type ChartLine, type ChartPoint, mostLines } from './line-chart.ts';

const microsPerSecond = 1_000_000;
/** More points than a plot has pixels to tell apart show nothing more. */
const mostPoints = 300;

/** A series of memory with the name that its line gets. */
type NamedSeries = { readonly name: string; readonly target: string | null; readonly series: RecordedSeries };

/**
 * The lines of memory over time in bytes, seconds on x: what servers hold on GPUs, else all that is in use on them, else
 * what is resident on the host. `series` is the target's place in the result.
 */
export function memoryLines(context: ReportContext): {
  readonly lines: ChartLine[];
  readonly hidden: number;
} {
  const found = [onGpus(context), wholeGpus(context), onHost(context)].find((all) => all.length > 0) ?? [];
  const lines = found.slice(0, mostLines).map((named, index) => lineOf(context, named, index));
  return { lines, hidden: Math.max(0, found.length - mostLines) };
}

function onGpus({ result, catalogue }: ReportContext): NamedSeries[] {
  const all = result.samples.flatMap((series) =>
    series.subject.kind === 'server-on-device' ? [{ subject: series.subject, series }] : [],
  );
  const hasSeveral = new Set(all.map(({ subject }) => subject.index)).size > 1;
  return all.map(({ subject: { target, index }, series }) => ({
    name: catalogue.chart.memoryOf(target, hasSeveral ? index : null),
    target,
    series,
  }));
}

function wholeGpus({ result, catalogue }: ReportContext): NamedSeries[] {
  return result.samples.flatMap((series): NamedSeries[] => {
    const { subject } = series;
    if (subject.kind !== 'device' || subject.quantity !== 'memoryUsed') return [];
    return [{ name: catalogue.chart.wholeGpu(subject.index), target: null, series }];
  });
}

function onHost({ result }: ReportContext): NamedSeries[] {
  return result.samples.flatMap((series): NamedSeries[] => {
    const { subject } = series;
    if (subject.kind !== 'server' || subject.quantity !== 'residentMemory') return [];
    return [{ name: subject.target, target: subject.target, series }];
  });
}

function lineOf({ result }: ReportContext, { name, target, series }: NamedSeries, index: number): ChartLine {
  const place = result.targets.findIndex((own) => own.name === target);
  return {
    name,
    series: place === -1 ? index : place % mostLines,
    weight: 'thick',
    spread: 'whisker',
    hasMarks: false,
    points: thinned(pointsOf(series)),
  };
}

/** A stretch without samples has no point, and its neighbours are not joined. */
function pointsOf({ points, step }: RecordedSeries): ChartPoint[] {
  return points.map(({ start, max }, index) => {
    const before = points[index - 1];
    // Samples come a little late now and then; half a stretch is no gap.
    const isJoined = before !== undefined && start - before.start < step * 2.5;
    const x = (start + step / 2) / microsPerSecond;
    return { x, y: max, low: null, high: null, isInvalid: false, isJoined, note: null };
  });
}

/** At most so many points: of neighbours in one stretch the greatest stays. */
function thinned(points: readonly ChartPoint[]): ChartPoint[] {
  const size = Math.ceil(points.length / mostPoints);
  const kept: ChartPoint[] = [];
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1);
    if (last === undefined || index % size === 0 || !point.isJoined) kept.push(point);
    else if (point.y > last.y) kept[kept.length - 1] = { ...last, y: point.y };
  }
  return kept;
}
