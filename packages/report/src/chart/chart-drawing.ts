import { assertNever } from '@kneepoint/core';
import type { LineChart } from './line-chart.ts';
import { renderLineChart } from './render-line-chart.ts';
import { renderRowChart } from './render-row-chart.ts';
import type { RowChart } from './row-chart.ts';

/** A chart as data, whatever draws it: an SVG for documents, characters for a terminal. */
export type ChartDrawing =
  | { readonly kind: 'lines'; readonly chart: LineChart }
  | { readonly kind: 'rows'; readonly chart: RowChart };

/** The drawing as one SVG element. */
export function renderDrawing(drawing: ChartDrawing): string {
  switch (drawing.kind) {
    case 'lines':
      return renderLineChart(drawing.chart);
    case 'rows':
      return renderRowChart(drawing.chart);
    default:
      return assertNever(drawing);
  }
}
