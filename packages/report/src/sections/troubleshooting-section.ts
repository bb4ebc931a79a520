import type { FoundProblem, Stage, Target } from '@kneepoint/core';
import { type Block, type Cell, cell, left, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { problemText } from './problem-text.ts';
import { type Section, sectionHeading } from './section.ts';

/** What went wrong in this run, then what is met most often, then commands to check with. */
export const troubleshootingSection: Section = (context) => {
  const { result, catalogue } = context;
  const { problems } = catalogue;
  const seen = [...failureRows(context), ...errorRows(context)];
  const common = result.knownProblems.filter(({ relation }) => relation === 'common');
  const checks = result.targets.filter(({ simulated }) => !simulated);
  return [
    sectionHeading(context, 2, 'troubleshooting', problems.troubleshootingHeading),
    ...(seen.length > 0
      ? [paragraph(problems.seenIntro), symptomTable(context, seen)]
      : result.source.kind === 'imported'
        ? []
        : [paragraph(problems.nothingWentWrong)]),
    ...(common.length > 0
      ? [
          paragraph(problems.commonIntro),
          symptomTable(
            context,
            common.map((problem) => problemRow(context, problem)),
          ),
        ]
      : []),
    ...checkBlocks(context, checks),
  ];
};

function symptomTable({ catalogue }: ReportContext, rows: readonly (readonly Cell[])[]): Block {
  const { problems } = catalogue;
  return {
    kind: 'table',
    columns: [left(problems.symptom), left(problems.cause), left(problems.fix)],
    rows,
    notes: [],
  };
}

function problemRow({ catalogue }: ReportContext, problem: FoundProblem): Cell[] {
  const { text, isForeign } = problemText(problem.text, catalogue.language);
  return [
    cell(text.title, 'plain', isForeign ? catalogue.problems.inEnglish : null),
    cell(text.cause),
    cell(text.fix),
  ];
}

const failureRows = (context: ReportContext): Cell[][] =>
  context.result.failures.flatMap(({ problems }) => problems.map((problem) => problemRow(context, problem)));

/** Failures of a target by class and detail, over all its stages, most frequent first. */
function errorRows({ result, catalogue }: ReportContext): Cell[][] {
  const { problems, words } = catalogue;
  return result.targets.flatMap(({ name }) => {
    const errors = result.stages.filter(({ target }) => target === name).flatMap((stage) => stage.errors);
    return countedErrors(errors).map((error) => [
      cell(problems.requestsFailed(name, words.errorClass[error.class], error.detail, error.count)),
      cell(problems.errorCause[error.class]),
      cell(problems.errorFix[error.class]),
    ]);
  });
}

type CountedError = Stage['errors'][number];

function countedErrors(errors: readonly CountedError[]): readonly CountedError[] {
  const groups = Map.groupBy(errors, (error) => JSON.stringify([error.class, error.detail]));
  return [...groups.values()]
    .flatMap((same) => {
      const [first] = same;
      return first === undefined
        ? []
        : [{ ...first, count: same.reduce((sum, { count }) => sum + count, 0) }];
    })
    .toSorted((left, right) => right.count - left.count);
}

/** Commands with this run's own names and addresses. */
function checkBlocks({ result, catalogue }: ReportContext, targets: readonly Target[]): Block[] {
  const { problems } = catalogue;
  const lines = [
    ...(result.environment.gpus.length > 0 ? [`# ${problems.checkGpu}`, 'nvidia-smi'] : []),
    ...targets.flatMap((target) => [
      ...(target.deployment?.kind === 'docker'
        ? [
            `# ${problems.checkLog(target.name)}`,
            `docker logs --tail 50 ${containerName(target, result.source)}`,
          ]
        : []),
      ...(target.url === null
        ? []
        : [
            `# ${problems.checkHealth(target.name)}`,
            `curl ${target.url}/health && curl ${target.url}/v1/models`,
            `# ${problems.checkDoctor(target.name)}`,
            `kneepoint doctor ${target.url}`,
          ]),
    ]),
  ];
  return lines.length === 0
    ? []
    : [paragraph(problems.checksIntro), { kind: 'code', text: lines.join('\n') }];
}

/** The name that the container was given, by its own command or by one that the document shows, else the target's. */
function containerName({ deployment, name }: Target, source: ReportContext['result']['source']): string {
  const shown =
    source.kind === 'imported'
      ? source.commands.filter(({ target }) => target === name).map(({ text }) => text)
      : [];
  const commands = [deployment?.command.join(' ') ?? '', ...shown];
  return commands.flatMap((command) => /--name[ =](\S+)/.exec(command)?.[1] ?? [])[0] ?? name;
}
