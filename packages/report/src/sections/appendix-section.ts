import type { Target } from '@kneepoint/core';
import { type Block, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { healthCommand, testCommand, usesNativeLimits } from './appendix-commands.ts';
import { deployBlocks } from './deployment-commands.ts';
import { type Section, sectionHeading } from './section.ts';

/** How to start each target and to ask it, and where the raw results are. */
export const appendixSection: Section = (context) => {
  const { result, catalogue } = context;
  const { appendix } = catalogue;
  // A simulated server is gone with the run, and was none of these engines.
  const real = result.targets.filter(({ simulated }) => !simulated);
  const { file, count } = result.requests;
  const quickStarts = real.flatMap((target, index) => targetBlocks(context, target, index));
  const heading = quickStarts.length === 0 ? appendix.rawHeading : appendix.heading;
  return [
    sectionHeading(context, 2, 'appendix', heading),
    ...quickStarts,
    sectionHeading(context, 3, 'raw', appendix.raw),
    paragraph(appendix.resultText(result.id)),
    ...(file === null ? [] : [paragraph(appendix.requestsText(file, count))]),
  ];
};

function targetBlocks(context: ReportContext, target: Target, index: number): Block[] {
  const { appendix, deployment } = context.catalogue;
  const start = deployBlocks(context, target);
  const test = testCommand(context, target);
  const health = healthCommand(target);
  if (start.length === 0 && test === null) return [];
  return [
    sectionHeading(context, 3, `quick-start-${index + 1}`, target.name),
    ...(start.length === 0
      ? []
      : [
          paragraph(context.result.source.kind === 'imported' ? deployment.asWritten : appendix.deploy),
          ...start,
        ]),
    ...(health === null ? [] : [paragraph(appendix.health), { kind: 'code', text: health } as const]),
    ...(test === null ? [] : [paragraph(appendix.ask), { kind: 'code', text: test } as const]),
    ...(usesNativeLimits(target) ? [paragraph(appendix.nativeLimits)] : []),
  ];
}
