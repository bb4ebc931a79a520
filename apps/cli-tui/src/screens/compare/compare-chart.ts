import type { EveryMetricName, MeasuredCell } from '@kneepoint/core';
import type { Block, ChartLine, ChartRow, DifferenceTexts } from '@kneepoint/report';
import type { CompareWords } from '../../words/compare-words.ts';
import type { Side } from './compared-sides.ts';
import { type ComparedLevel, levelsOfMetric, type SideComparison } from './comparison.ts';

type Chart = Extract<Block, { kind: 'chart' }>;
type Spoken = { readonly words: CompareWords; readonly texts: DifferenceTexts };

/** The metric of every side over the levels: lines over users or rates, bars where there are not two of them; none where nothing is known. */
export function compareChart(comparison: SideComparison, metric: EveryMetricName, spoken: Spoken): Chart[] {
  const levels = levelsOfMetric(comparison, metric, 'all');
  return lineChart(comparison, mostLoads(levels), spoken) ?? barChart(comparison, levels, spoken);
}

/** The loads of the suite that has most of them, closed and open ones apart. */
function mostLoads(levels: readonly ComparedLevel[]): readonly ComparedLevel[] {
  const groups = Map.groupBy(levels, ({ place }) =>
    JSON.stringify([place.suite, place.load.loop, place.language]),
  );
  return [...groups.values()].toSorted((one, other) => other.length - one.length)[0] ?? [];
}

const loadOf = ({ load }: MeasuredCell): number | null =>
  load.loop === 'closed' ? load.users : load.requestsPerSecond;

type Value = { readonly level: ComparedLevel; readonly value: number; readonly isInvalid: boolean };

function valuesOf(comparison: SideComparison, side: Side, levels: readonly ComparedLevel[]): Value[] {
  return levels.flatMap((level): Value[] => {
    const own = level.cells.find(
      (found) => side.place === comparison.baseline.place || found.side === side,
    )?.cell;
    if (own === undefined) return [];
    const value = side.place === comparison.baseline.place ? own.baselineValue : own.candidateValue;
    const { standing } = own;
    const isInvalid = standing.kind === 'undecided' && standing.reasons.includes('stage-invalid');
    return value === null ? [] : [{ level, value, isInvalid }];
  });
}

const sidesOf = ({ baseline, candidates }: SideComparison): readonly Side[] => [
  baseline,
  ...candidates.map(({ side }) => side),
];

function lineChart(
  comparison: SideComparison,
  levels: readonly ComparedLevel[],
  { words, texts }: Spoken,
): Chart[] | null {
  const [first] = levels;
  if (first === undefined) return null;
  const { unit, load, metric } = first.place;
  const lines = sidesOf(comparison).map((side): ChartLine => {
    const points = valuesOf(comparison, side, levels).flatMap(({ level, value, isInvalid }) => {
      const x = loadOf(level.place);
      return x === null
        ? []
        : [{ x, y: value, low: null, high: null, isInvalid, isJoined: true, note: null }];
    });
    return {
      name: side.name.slice(2),
      series: side.place,
      weight: 'thick',
      spread: 'whisker',
      hasMarks: true,
      points: points.toSorted((one, other) => one.x - other.x),
    };
  });
  if (!lines.some(({ points }) => points.length > 1)) return null;
  const title = words.metric[metric as EveryMetricName];
  const chart = {
    title,
    description: title,
    xTitle: words.loads[load.loop],
    yTitle: words.unit[unit],
    legend: [],
    formatX: texts.count,
    formatY: (value: number) => texts.axis(unit, value),
    yScale: 'linear',
    xTicks: 'points',
    lines: lines.filter(({ points }) => points.length > 0),
    curves: [],
    steps: [],
    crossings: [],
    ground: [],
    spans: [],
  } as const;
  return [{ kind: 'chart', name: 'compared', title, drawing: { kind: 'lines', chart }, svg: '' }];
}

function barChart(
  comparison: SideComparison,
  levels: readonly ComparedLevel[],
  { words, texts }: Spoken,
): Chart[] {
  const [first] = levels;
  if (first === undefined) return [];
  const { unit, metric } = first.place;
  const places = levels.map(({ place }) => place);
  const groups = levels.map((level) => ({
    name: texts.level(level.place, places),
    rows: sidesOf(comparison).flatMap((side): ChartRow[] =>
      valuesOf(comparison, side, [level]).map(({ value, isInvalid }) => ({
        name: side.name.slice(2),
        series: side.place,
        isInvalid,
        mark: { kind: 'bar', value, low: null, high: null, text: texts.value(unit, value) },
      })),
    ),
  }));
  const title = words.metric[metric as EveryMetricName];
  const chart = {
    title,
    description: title,
    xTitle: words.unit[unit],
    legend: [],
    formatX: (value: number) => texts.axis(unit, value),
    xScale: 'linear',
    groups: groups.filter(({ rows }) => rows.length > 0),
  } as const;
  return [{ kind: 'chart', name: 'compared', title, drawing: { kind: 'rows', chart }, svg: '' }];
}
