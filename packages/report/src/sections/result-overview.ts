import type { Result, Stage } from '@kneepoint/core';
import type { ReportLanguage } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { type Block, type Cell, cell, left, right } from '../model/document.ts';
import { levelName, type ReportContext, reportContext } from '../model/report-context.ts';
import { stageTableBlocks } from '../terminal/stage-table-blocks.ts';
import { summarySentences } from '../terminal/summary-sentences.ts';
import { engineTable } from './environment-engines.ts';

/** A result at a glance, before its report: who was measured, the verdict, every stage, and what cannot be trusted. */
export type ResultOverview = {
  readonly title: string;
  readonly subtitle: string;
  readonly sentences: readonly string[];
  readonly targets: Block;
  /** A table per kind of load; none where nothing was measured. */
  readonly stages: readonly Block[];
  /** Every stage that is suspect or invalid with its reasons; `null` where there is none. */
  readonly untrusted: Block | null;
};

/** The overview in one language. */
export function resultOverview(result: Result, language: ReportLanguage): ResultOverview {
  const context = reportContext(result, catalogues[language]);
  return {
    ...reportHead(context),
    sentences: summarySentences(result, language),
    targets: engineTable(context),
    stages: stageTableBlocks(result, language),
    untrusted: untrustedTable(context),
  };
}

/** What stands above a report: its name, and who served which models when. */
export function reportHead({ result, catalogue }: ReportContext): {
  readonly title: string;
  readonly subtitle: string;
} {
  const { headings, formats, facts } = catalogue;
  const instant = formats.instant(result.createdAt);
  const when = result.source.kind === 'imported' ? facts.importedOn(instant) : instant;
  const names = result.targets.map((target) => target.name);
  const models = [...new Set(result.targets.flatMap((target) => target.model ?? []))];
  return {
    title: headings.title(result.name),
    // Without a target, or without a model that is known, nothing serves anything.
    subtitle: models.length === 0 ? [...names, when].join(' · ') : headings.subtitle(names, models, when),
  };
}

function untrustedTable(context: ReportContext): Block | null {
  const { result, catalogue } = context;
  const untrusted = result.stages.filter(({ trust }) => trust.verdict !== 'valid');
  if (untrusted.length === 0) return null;
  const { columns } = catalogue;
  return {
    kind: 'table',
    columns: [left(columns.target), left(columns.load), right(columns.repeat), left(columns.trust)],
    rows: untrusted.map((stage) => untrustedRow(stage, catalogue)),
    notes: [],
  };
}

function untrustedRow(stage: Stage, catalogue: ReportContext['catalogue']): Cell[] {
  const { formats, words } = catalogue;
  const { verdict, reasons } = stage.trust;
  const why = reasons.map(catalogue.trust);
  return [
    cell(stage.target),
    cell(levelName(catalogue, stage)),
    cell(formats.count(stage.repeat)),
    cell(
      words.verdict[verdict],
      verdict === 'valid' ? 'plain' : verdict,
      why.length === 0 ? null : words.join(why),
    ),
  ];
}
