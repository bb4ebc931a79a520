import { latencyCharts } from '../chart/latency-charts.ts';
import { throughputChart } from '../chart/throughput-chart.ts';
import { tradeOffChart } from '../chart/trade-off-chart.ts';
import { type Block, cell } from '../model/document.ts';
import { physicalLimitBlocks } from './physical-limit-blocks.ts';
import { scalingFitBlocks } from './scaling-fit.ts';
import { latencyStepsBlocks } from './scaling-latency.ts';
import { pointsTable } from './scaling-points.ts';
import { scalingSentences } from './scaling-sentences.ts';
import { type Section, sectionHeading } from './section.ts';

/**
 * How throughput grows with users: the curve and its points, what it says in words, the fitted law, what throughput costs
 * in latency, and how near the hardware's limit it comes. Nothing where no closed loop was measured.
 */
export const scalingSection: Section = (context) => {
  const { catalogue, result } = context;
  const blocks: Block[] = [
    ...throughputChart(context),
    ...pointsTable(context),
    ...sentenceList(scalingSentences(context)),
    ...scalingFitBlocks(context),
    ...tradeOffChart(context),
    ...latencyStepsBlocks(context),
    ...latencyCharts(context),
    ...physicalLimitBlocks(context),
  ];
  const isMeasured = result.analysis.scaling.length > 0 || context.concurrency.length > 0;
  if (!isMeasured || blocks.length === 0) return [];
  return [sectionHeading(context, 2, 'scaling', catalogue.headings.scaling), ...blocks];
};

function sentenceList(sentences: readonly string[]): Block[] {
  if (sentences.length === 0) return [];
  return [{ kind: 'list', emphasis: 'plain', items: sentences.map((text) => cell(text)) }];
}
