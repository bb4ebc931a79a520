import { distributionChart } from '../chart/distribution-chart.ts';
import { paragraph, right } from '../model/document.ts';
import { loadNumber } from '../model/load-level.ts';
import { differenceTable } from './difference-table.ts';
import { levelTable } from './level-table.ts';
import { type Section, sectionHeading } from './section.ts';

/** Concurrent users: who produces how much at each level, then the details of each level. */
export const concurrencySection: Section = (context) => {
  const { catalogue, concurrency, result } = context;
  if (concurrency.length === 0) return [];
  const isCompared = result.targets.length > 1;
  const difference = differenceTable(context, {
    levels: concurrency,
    rowTitle: right(catalogue.columns.users),
    rowText: (level) => catalogue.formats.count(loadNumber(level.load)),
    metric: 'outputThroughput',
    pick: (stage) => stage.metrics.outputThroughput,
  });
  return [
    sectionHeading(context, 3, 'concurrency', catalogue.headings.concurrency),
    paragraph(catalogue.levels.concurrencyIntro(result.targets.length)),
    ...(isCompared ? [difference] : []),
    ...levelTable(context, concurrency, { hasThroughput: !isCompared }),
    ...distributionChart(context),
  ];
};

/** Open loop: requests at a rate. */
export const rateSection: Section = (context) => {
  const { catalogue, rates } = context;
  if (rates.length === 0) return [];
  return [
    sectionHeading(context, 3, 'rate', catalogue.headings.rate),
    paragraph(catalogue.levels.rateIntro),
    ...levelTable(context, rates, { hasThroughput: true }),
  ];
};
