import { type Block, cell, details, left, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { factTable } from './environment-facts.ts';
import { methodFacts } from './method-facts.ts';
import { planText } from './plan-text.ts';
import { type Section, sectionHeading } from './section.ts';
import { clientTable, stagesTable } from './stages-tables.ts';

/** What was done, by which definitions, and how to do it again. */
export const methodSection: Section = (context) => {
  const { headings, method } = context.catalogue;
  const { result } = context;
  return [
    sectionHeading(context, 2, 'method', headings.method),
    ...factTable(context, methodFacts(context)),
    paragraph(method.aggregation),
    ...comparisonParagraph(context),
    sectionHeading(context, 3, 'definitions', headings.definitions),
    definitionTable(context),
    ...(result.stages.length === 0
      ? []
      : [
          sectionHeading(context, 3, 'stages', headings.stages),
          details(method.stagesSummary(result.stages.length), [stagesTable(context)]),
        ]),
    sectionHeading(context, 3, 'client', headings.client),
    ...clientBlocks(context),
    sectionHeading(context, 3, 'reproduce', headings.reproduce),
    ...reproduceBlocks(context),
  ];
};

function comparisonParagraph({ result, catalogue }: ReportContext): Block[] {
  if (result.targets.length < 2) return [];
  const bases = result.analysis.comparisons.flatMap((comparison) => comparison.interval?.over ?? []);
  return [
    paragraph(
      catalogue.method.comparison([...new Set(bases)].map((basis) => catalogue.method.intervalBasis[basis])),
    ),
  ];
}

function definitionTable({ catalogue }: ReportContext): Block {
  return {
    kind: 'table',
    columns: [left(catalogue.columns.item), left(catalogue.headings.definitions)],
    rows: catalogue.method.definitions.map(({ name, text }) => [cell(name), cell(text)]),
    notes: [],
  };
}

function clientBlocks(context: ReportContext): Block[] {
  const { method } = context.catalogue;
  const hasHealth = context.result.stages.some((stage) => stage.generator !== null);
  return hasHealth ? [paragraph(method.clientIntro), clientTable(context)] : [paragraph(method.noClient)];
}

function reproduceBlocks({ result, catalogue }: ReportContext): Block[] {
  const { method } = catalogue;
  const { source, command, plan } = result;
  const commandBlock: Block = { kind: 'code', text: command };
  switch (source.kind) {
    case 'imported':
      return [
        paragraph(method.importedReproduce),
        commandBlock,
        ...(source.notes.length === 0 ? [] : [paragraph(method.sourceNotes(source.notes.length))]),
      ];
    case 'combined':
      return [paragraph(method.combinedReproduce), { kind: 'code', text: command }];
    case 'measured':
      return [
        paragraph(method.reproduceIntro),
        commandBlock,
        ...(plan === null || plan === undefined
          ? []
          : [details(method.planIntro, [{ kind: 'code', text: planText(plan) }])]),
      ];
  }
}
