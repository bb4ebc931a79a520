import type { Stage } from '@kneepoint/core';
import { type Block, type Cell, cell, left, paragraph } from '../model/document.ts';
import { loadName, type ReportContext } from '../model/report-context.ts';
import { type Section, sectionHeading } from './section.ts';
import { clientTable, stagesTable } from './stages-tables.ts';

/** Stages named in the order of the run before the rest is only counted. */
const mostNamed = 8;

/** What was done, by which definitions, and how to do it again. */
export const methodSection: Section = (context) => {
  const { headings, method } = context.catalogue;
  return [
    sectionHeading(context, 2, 'method', headings.method),
    {
      kind: 'table',
      columns: [left(context.catalogue.columns.item), left(context.catalogue.columns.value)],
      rows: factRows(context),
      notes: [],
    },
    paragraph(method.aggregation),
    ...comparisonParagraph(context),
    sectionHeading(context, 3, 'definitions', headings.definitions),
    definitionTable(context),
    sectionHeading(context, 3, 'stages', headings.stages),
    stagesTable(context),
    sectionHeading(context, 3, 'client', headings.client),
    paragraph(method.clientIntro),
    clientTable(context),
    sectionHeading(context, 3, 'reproduce', headings.reproduce),
    paragraph(method.reproduceIntro),
    { kind: 'code', text: context.result.command },
    paragraph(method.planIntro),
    { kind: 'code', text: JSON.stringify(context.result.plan, null, 2) ?? '' },
  ];
};

function factRows({ result, catalogue }: ReportContext): Cell[][] {
  const { facts } = catalogue.method;
  const sources = [...new Set(result.stages.map((stage) => stage.tokens.source))];
  const repeats = Math.max(0, ...result.stages.map((stage) => stage.repeat));
  const order = inOrder(result.stages).map((stage) => `${stage.target} ${loadName(catalogue, stage.load)}`);
  const rows: readonly (readonly [string, string])[] = [
    [facts.repeats, facts.repeatsText(repeats)],
    [facts.order, facts.orderText(order.slice(0, mostNamed), Math.max(0, order.length - mostNamed))],
    ...(result.seed === null || result.salt === null
      ? []
      : [[facts.seed, facts.seedText(result.seed, result.salt)] as const]),
    [facts.tokenSource, sources.map((source) => facts.tokenSourceText[source]).join(', ')],
    [facts.requestsFile, result.requests.file ?? catalogue.words.none],
  ];
  return rows.map(([item, value]) => [cell(item), cell(value)]);
}

/** A stable sort: stages that began in the same millisecond stay as the result has them. */
function inOrder(stages: readonly Stage[]): Stage[] {
  return [...stages].sort((one, other) => (one.startedAt ?? '').localeCompare(other.startedAt ?? ''));
}

function comparisonParagraph({ result, catalogue }: ReportContext): Block[] {
  if (result.targets.length < 2) return [];
  const methods = result.analysis.comparisons.flatMap((comparison) => comparison.interval?.method ?? []);
  return [paragraph(catalogue.method.comparison([...new Set(methods)]))];
}

function definitionTable({ catalogue }: ReportContext): Block {
  return {
    kind: 'table',
    columns: [left(catalogue.columns.item), left(catalogue.headings.definitions)],
    rows: catalogue.method.definitions.map(({ name, text }) => [cell(name), cell(text)]),
    notes: [],
  };
}
