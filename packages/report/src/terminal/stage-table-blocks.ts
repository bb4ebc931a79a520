import type { Result, Stage } from '@kneepoint/core';
import type { ReportLanguage } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { type Block, cell, type Tone } from '../model/document.ts';
import { stageColumns } from './stage-table.ts';

/** The stages as the terminal's table has them, a table per kind of load, as blocks that lose no column. */
export function stageTableBlocks(result: Result, language: ReportLanguage): Block[] {
  return (['closed', 'open'] as const).flatMap((loop): Block[] => {
    const stages = result.stages.filter((stage) => stage.load.loop === loop);
    if (stages.length === 0) return [];
    const columns = stageColumns(result, stages, catalogues[language]);
    return [
      {
        kind: 'table',
        columns: columns.map(({ title, align }) => ({ title, align })),
        // The last column is the trust: it alone carries the tone, so that figures stay easy to read.
        rows: stages.map((stage) =>
          columns.map((column, index) =>
            cell(column.text(stage), index === columns.length - 1 ? toneOf(stage) : 'plain'),
          ),
        ),
        notes: [],
      },
    ];
  });
}

const toneOf = ({ trust }: Stage): Tone => (trust.verdict === 'valid' ? 'plain' : trust.verdict);
