import type { LatencyName } from '@kneepoint/core';
import type { Block } from '../model/document.ts';
import { gapColumn } from '../model/level.ts';
import type { ReportContext } from '../model/report-context.ts';
import { chartBlocks, lineNumbers } from './chart-block.ts';
import { type LatencyQuestion, latencyLines } from './latency-lines.ts';

/** The time to first token and the gap between tokens against users, each with its numbers; nothing where nothing is known. */
export function latencyCharts(context: ReportContext): Block[] {
  const { chart } = context.catalogue;
  const gap = gapQuestion(context);
  return [
    ...latencyChart(context, 'first-token', {
      latency: 'ttft',
      axis: chart.axis.firstToken,
      title: chart.title.firstToken,
    }),
    ...latencyChart(context, 'token-gap', gap),
  ];
}

/** One kind of gap for all targets, or they could not be compared: chunk gaps where a target's token gaps are not known. */
function gapQuestion({ concurrency, catalogue }: ReportContext): LatencyQuestion {
  const { axis, title } = catalogue.chart;
  const rows = concurrency.flatMap((level) => level.targets).map((target) => target.used);
  const latency: LatencyName = gapColumn(rows) === 'tokenGap' ? 'tokenGap' : 'chunkGap';
  return latency === 'tokenGap'
    ? { latency, axis: axis.tokenGap, title: title.tokenGap }
    : { latency, axis: axis.chunkGap, title: title.chunkGap };
}

function latencyChart(context: ReportContext, name: string, question: LatencyQuestion): Block[] {
  const chart = latencyLines(context, question);
  if (chart === null) return [];
  const { columns, formats } = context.catalogue;
  const numbers = lineNumbers({ ...chart, formatY: formats.duration }, columns.users, context);
  return chartBlocks(context, { name, drawing: { kind: 'lines', chart } }, numbers);
}
