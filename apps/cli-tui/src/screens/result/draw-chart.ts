import { assertNever } from '@kneepoint/core';
import type { ChartDrawing } from '@kneepoint/report';
import type { Line } from '../parts/line.ts';
import { drawLineChart } from './draw-line-chart.ts';
import { drawRowChart } from './draw-row-chart.ts';
import type { Paper } from './paper.ts';

/** A chart of the report in characters, from the data that its SVG is drawn from. */
export function drawChart(
  drawing: ChartDrawing,
  paper: Pick<Paper, 'width' | 'chartRows' | 'marks'>,
): readonly Line[] {
  switch (drawing.kind) {
    case 'lines':
      return drawLineChart(drawing.chart, paper);
    case 'rows':
      return drawRowChart(drawing.chart, paper);
    default:
      return assertNever(drawing);
  }
}
