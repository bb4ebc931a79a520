import { memoryChart } from '../chart/memory-chart.ts';
import { engineMemoryBlocks } from './memory-engine.ts';
import { allMemoryFigures, memoryPhasesTable } from './memory-phases-table.ts';
import { type Section, sectionHeading } from './section.ts';

/** Memory: the phases of each server's life, over time under load, and what the engines say of it; nothing where nothing is known. */
export const memorySection: Section = (context) => {
  const phases = memoryPhasesTable(context);
  const chart = memoryChart(context);
  if (phases.length === 0 && chart.length === 0) return [];
  return [
    sectionHeading(context, 2, 'memory', context.catalogue.memory.heading),
    ...phases,
    ...chart,
    ...engineMemoryBlocks(context),
    ...allMemoryFigures(context),
  ];
};
