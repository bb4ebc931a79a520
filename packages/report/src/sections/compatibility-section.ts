import type { ResultProblem, Target } from '@kneepoint/core';
import { type Block, type Cell, cell, left, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { problemText } from './problem-text.ts';
import { type Section, sectionHeading } from './section.ts';

/** The known problems that facts announce for these hosts and servers, each with its evidence, and what ran without trouble. */
export const compatibilitySection: Section = (context) => {
  const { problems } = context.catalogue;
  const announced = context.result.knownProblems.filter(({ relation }) => relation !== 'common');
  return [
    sectionHeading(context, 2, 'compatibility', problems.compatibilityHeading),
    ...(announced.length > 0
      ? [paragraph(problems.compatibilityIntro), problemTable(context, announced)]
      : [paragraph(wasChecked(context) ? problems.nothingKnown : problems.notChecked)]),
    // Without a problem the chapter on the deployment has said how each was started.
    ...(announced.length > 0
      ? context.result.targets.flatMap((target) => workingConfiguration(context, target))
      : []),
  ];
};

/** Of a real server whose GPUs, version or arguments are known, problems could be looked for. */
const wasChecked = ({ result }: ReportContext): boolean =>
  result.environment.gpus.length > 0 ||
  result.targets.some(
    ({ deployment, version, simulated }) => !simulated && (deployment !== null || version !== null),
  );

function problemTable(context: ReportContext, announced: readonly ResultProblem[]): Block {
  const { problems } = context.catalogue;
  return {
    kind: 'table',
    columns: [left(problems.problem), left(problems.cause), left(problems.fix), left(problems.evidence)],
    rows: announced.map((problem) => problemRow(context, problem)),
    notes: [],
  };
}

function problemRow({ catalogue }: ReportContext, problem: ResultProblem): Cell[] {
  const { problems, language } = catalogue;
  const { text, isForeign } = problemText(problem.text, language);
  return [
    cell(text.title, problem.weight === 'error' ? 'suspect' : 'plain', problem.target ?? problems.wholeHost),
    cell(text.cause, 'plain', isForeign ? problems.inEnglish : null),
    cell(text.fix),
    cell([...problem.signs, ...problem.lines].join('; '), 'plain', problems.source(problem.sources)),
  ];
}

/** How a target was started that finished its stages without a failed request. */
function workingConfiguration({ result, catalogue }: ReportContext, target: Target): Block[] {
  const { deployment, name, engine, version } = target;
  const own = result.stages.filter((stage) => stage.target === name);
  const isSound =
    own.length > 0 && own.every((stage) => stage.status === 'completed' && stage.counts?.failed === 0);
  if (deployment === null || !isSound) return [];
  return [
    paragraph(catalogue.problems.works(name, catalogue.words.engine[engine], version)),
    { kind: 'code', text: deployment.command.join(' ') },
  ];
}
