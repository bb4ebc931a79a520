import type { Figure, LatencyName, Target } from '@kneepoint/core';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Outcome } from '../catalogue/statement-parts.ts';
import { type Cell, cell } from '../model/document.ts';
import { repeatedFigure, repeatedMean, type TargetLevel } from '../model/level.ts';
import { percentileCell, rateCell, toneOf } from './level-cells.ts';

/** How the targets of a row are compared: as the result did by a metric, by their single values, or not at all. */
type RowComparison =
  | { readonly kind: 'metric'; readonly metric: string }
  | { readonly kind: 'single-value'; readonly pick: (target: Target) => number | null }
  | { readonly kind: 'none' };

/** One metric of the single-user table. */
export type SingleUserRow = {
  readonly title: string;
  readonly cellOf: (target: Target, level: TargetLevel) => Cell;
  readonly comparison: RowComparison;
};

/** The rows in their order; where the whole table is declared (`isTyped`) no cell says so again. Means stand where means were compared: a few requests have no percentiles. */
export function singleUserRows(catalogue: Catalogue, isTyped: boolean): SingleUserRow[] {
  const { columns, formats, words } = catalogue;
  return [
    {
      title: columns.speed,
      comparison: { kind: 'metric', metric: 'requestSpeed' },
      cellOf: (_, level) =>
        rateCell(
          catalogue,
          repeatedFigure(level, (stage) => stage.metrics.requestSpeed),
          toneOf(level),
        ),
    },
    meanRow(catalogue, columns.responseTime(words.mean), 'e2e'),
    meanRow(catalogue, columns.ttft(words.mean), 'ttft'),
    percentileRow(catalogue, 'p50'),
    percentileRow(catalogue, 'p99'),
    figureRow(catalogue, {
      title: columns.memoryLoaded,
      pick: (target) => target.memory.loaded,
      format: formats.bytes,
      isTyped,
    }),
    figureRow(catalogue, {
      title: columns.memoryPeak,
      pick: (target) => target.memory.peak,
      format: formats.bytes,
      isTyped,
    }),
    figureRow(catalogue, {
      title: columns.startUp,
      pick: (target) => target.initTime,
      format: formats.seconds,
      isTyped,
    }),
  ];
}

function meanRow(catalogue: Catalogue, title: string, latency: LatencyName): SingleUserRow {
  return {
    title,
    comparison: { kind: 'metric', metric: latency },
    cellOf: (_, level) => {
      const mean = repeatedMean(level, latency);
      return mean === null
        ? cell(catalogue.words.unknown, 'muted')
        : cell(catalogue.formats.duration(mean), toneOf(level));
    },
  };
}

function percentileRow(catalogue: Catalogue, name: 'p50' | 'p99'): SingleUserRow {
  return {
    title: catalogue.columns.ttft(name),
    comparison: { kind: 'none' },
    cellOf: (_, level) => percentileCell(catalogue, level, 'ttft', name),
  };
}

type FigureRow = {
  readonly title: string;
  readonly pick: (target: Target) => Figure;
  readonly format: (value: number) => string;
  readonly isTyped: boolean;
};

/** A figure that was not measured says what it is instead. */
function figureRow({ words }: Catalogue, { title, pick, format, isTyped }: FigureRow): SingleUserRow {
  return {
    title,
    comparison: { kind: 'single-value', pick: (target) => pick(target).value },
    cellOf: (target) => {
      const { value, kind } = pick(target);
      if (value === null) return cell(words.unknown, 'muted');
      const isPlain = kind === 'measured' || (kind === 'declared' && isTyped);
      return cell(format(value), 'plain', isPlain ? null : words.figureKind[kind]);
    },
  };
}

/** The ratio of two single values, which has no interval; nothing for equal ones, for zero, or for other than two targets. */
export function oneValueOutcomes(
  targets: readonly Target[],
  pick: (target: Target) => number | null,
): Outcome[] {
  const [one, other] = targets;
  const [first, second] = [one, other].map((target) => (target === undefined ? null : pick(target)));
  if (targets.length !== 2 || one === undefined || other === undefined) return [];
  if (first == null || second == null || first <= 0 || second <= 0 || first === second) return [];
  return first > second
    ? [{ kind: 'one-value', higher: one.name, lower: other.name, factor: first / second }]
    : [{ kind: 'one-value', higher: other.name, lower: one.name, factor: second / first }];
}
