import type { Target } from '@kneepoint/core';
import { type Block, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { deploymentCommands } from './deployment-commands.ts';
import { argumentTable, deploymentFacts } from './deployment-facts.ts';
import { parityBlocks } from './deployment-parity.ts';
import { failuresSection } from './failures-section.ts';
import { type Section, sectionHeading } from './section.ts';

/** How each server was started, as a table and as commands; what failed to start; and what differs between the targets. */
export const deploymentSection: Section = (context) => {
  const { result, catalogue } = context;
  const started = result.targets.filter(({ deployment }) => deployment !== null);
  const others = result.targets.filter(({ deployment }) => deployment === null).map(({ name }) => name);
  const words = catalogue.deployment;
  const unsaid = result.source.kind === 'imported' ? words.notSaid(others) : words.alreadyRan(others);
  return [
    sectionHeading(context, 2, 'deployment', words.heading),
    ...started.flatMap((target, index) => targetBlocks(context, target, index)),
    ...(others.length === 0 ? [] : [paragraph(unsaid)]),
    ...failuresSection(context),
    ...parityBlocks(context),
  ];
};

function targetBlocks(context: ReportContext, target: Target, index: number): Block[] {
  return [
    sectionHeading(context, 3, `deployment-${index + 1}`, target.name),
    ...deploymentFacts(context, target),
    argumentTable(context, target),
    ...deploymentCommands(context, target),
  ];
}
