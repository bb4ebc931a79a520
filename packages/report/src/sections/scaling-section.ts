import { latencyCharts } from '../chart/latency-charts.ts';
import { throughputChart } from '../chart/throughput-chart.ts';
import { tradeOffChart } from '../chart/trade-off-chart.ts';
import { type Block, cell, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { physicalLimitBlocks } from './physical-limit-blocks.ts';
import { scalingFitBlocks } from './scaling-fit.ts';
import { latencyStepsBlocks } from './scaling-latency.ts';
import { pointsTable } from './scaling-points.ts';
import { scalingSentences } from './scaling-sentences.ts';
import { type Section, sectionHeading } from './section.ts';

/**
 * How throughput grows with users: the curve and its points, what it says in words, the fitted law, what throughput costs
 * in latency, and how near the hardware's limit it comes. Nothing where there is neither a second level nor a limit.
 */
export const scalingSection: Section = (context) => {
  const { catalogue, result } = context;
  const growth = growthBlocks(context);
  const limit = physicalLimitBlocks(context);
  const hasLimit = result.analysis.physicalLimits.some((known) => known.limit !== null);
  // Where only a limit is unknown too, the chapter itself says that nothing was measured.
  if (growth.length === 0 && !hasLimit) return [];
  return [
    sectionHeading(context, 2, 'scaling', catalogue.headings.scaling),
    ...(growth.length === 0 ? [paragraph(catalogue.absent.scaling, 'muted')] : growth),
    ...limit,
  ];
};

/** Everything that needs several levels; nothing where there are none. */
function growthBlocks(context: ReportContext): Block[] {
  const table = pointsTable(context);
  const chart = throughputChart(context);
  if (table.length === 0 && chart.length === 0) return [];
  return [
    ...chart,
    ...table,
    ...sentenceList(scalingSentences(context)),
    ...scalingFitBlocks(context),
    ...tradeOffChart(context),
    ...latencyStepsBlocks(context),
    ...latencyCharts(context),
  ];
}

function sentenceList(sentences: readonly string[]): Block[] {
  if (sentences.length === 0) return [];
  return [{ kind: 'list', emphasis: 'plain', items: sentences.map((text) => cell(text)) }];
}
