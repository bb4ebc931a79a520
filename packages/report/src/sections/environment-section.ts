import { type Block, paragraph } from '../model/document.ts';
import type { ReportContext } from '../model/report-context.ts';
import { engineTable } from './environment-engines.ts';
import { factTable } from './environment-facts.ts';
import { modelFacts } from './environment-model.ts';
import { runFacts } from './environment-run.ts';
import { systemFacts } from './environment-system.ts';
import { type Section, sectionHeading } from './section.ts';

/** Hardware, system, model and engines, and where the figures and the load came from. */
export const environmentSection: Section = (context) => {
  const { headings, facts, columns } = context.catalogue;
  return [
    sectionHeading(context, 2, 'environment', headings.environment),
    ...sourceParagraphs(context),
    sectionHeading(context, 3, 'system', facts.system),
    ...factTable(context, systemFacts(context)),
    sectionHeading(context, 3, 'model', columns.model),
    ...factTable(context, modelFacts(context)),
    sectionHeading(context, 3, 'engines', facts.engines),
    engineTable(context),
    sectionHeading(context, 3, 'run', facts.run),
    ...factTable(context, runFacts(context)),
  ];
};

function sourceParagraphs({ result, catalogue }: ReportContext): Block[] {
  const { facts, formats } = catalogue;
  const { source } = result;
  switch (source.kind) {
    case 'measured':
      return [];
    case 'imported':
      return [
        paragraph(facts.imported(source.tool, source.toolVersion, source.files)),
        paragraph(facts.declared),
      ];
    case 'combined':
      return [
        paragraph(
          facts.combined(
            source.results.map(({ name, createdAt }) => ({ name, instant: formats.instant(createdAt) })),
          ),
        ),
      ];
  }
}
