import { assertNever } from '@kneepoint/core';
import type { ChartDrawing, LineChart } from '@kneepoint/report';
import type { ChartLegendWords } from '../../words/result-words.ts';

/** What the marks of a drawing stand for, in one sentence; only what is drawn is explained. */
export function chartLegend(drawing: ChartDrawing, words: ChartLegendWords, isUnicode: boolean): string {
  switch (drawing.kind) {
    case 'lines':
      return words.sentence(lineParts(drawing.chart, words));
    case 'rows': {
      const rows = drawing.chart.groups.flatMap((group) => group.rows);
      return words.sentence([
        ...(rows.some(({ mark }) => mark.kind === 'strip')
          ? [isUnicode ? words.strip : words.stripPlain]
          : []),
        ...(rows.some(({ isInvalid }) => isInvalid) ? [words.invalid] : []),
      ]);
    }
    default:
      return assertNever(drawing);
  }
}

function lineParts(chart: LineChart, words: ChartLegendWords): string[] {
  const points = chart.lines.flatMap((line) => line.points);
  const said: readonly (readonly [string, boolean])[] = [
    [words.letters, chart.lines.some(({ hasMarks }) => hasMarks)],
    [words.users, points.some(({ note }) => note !== null)],
    [words.percentiles, chart.lines.some(({ weight }) => weight === 'thin')],
    [words.spread, points.some(({ low, high }) => low !== null && high !== null && high > low)],
    [words.fitted, chart.curves.length > 0],
    [words.crossing, chart.crossings.length > 0],
    [words.frontier, chart.steps.length > 0],
    [words.invalid, points.some(({ isInvalid }) => isInvalid)],
    [words.load, chart.ground.length > 0],
  ];
  return said.flatMap(([text, applies]) => (applies ? [text] : []));
}
