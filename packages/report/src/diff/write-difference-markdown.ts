import type { ResultDifference } from '@kneepoint/core';
import type { ReportLanguage } from '../catalogue/catalogue.ts';
import { catalogues } from '../catalogue/catalogues.ts';
import { escapeMarkdown } from '../write/escape-markdown.ts';
import { type DescribedRow, describeDifference } from './describe-difference.ts';

/** In a comment, the passing rows of a long table are folded away. */
const unfoldedRows = 12;

/**
 * A comparison of two results as a comment on a pull request: GitHub-flavoured Markdown, the sentence first, then what is
 * not passed, and the rest folded away.
 */
export function writeDifferenceMarkdown(difference: ResultDifference, language: ReportLanguage): string {
  const { title, sentence, columns, rows, notes, rule, runs } = describeDifference(difference, language);
  const isLong = rows.length > unfoldedRows;
  const open = rows.filter(({ verdict }) => !isLong || verdict !== 'pass');
  const folded = isLong ? rows.filter(({ verdict }) => verdict === 'pass') : [];
  const passed = catalogues[language].diff.verdict.pass;
  const parts = [
    `### ${escapeMarkdown(title)}`,
    `**${escapeMarkdown(sentence)}**`,
    ...(open.length > 0 ? [table(columns, open)] : []),
    ...(folded.length > 0
      ? [
          `<details><summary>${escapeMarkdown(passed)}: ${folded.length}</summary>`,
          table(columns, folded),
          '</details>',
        ]
      : []),
    ...(notes.length > 0 ? [notes.map((note) => `- ${escapeMarkdown(note)}`).join('\n')] : []),
    `${escapeMarkdown(rule)} ${escapeMarkdown(runs)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Which columns are numbers: the two values, the change and the allowed one. */
const numberColumns = new Set([3, 4, 5, 6]);

function table(columns: readonly string[], rows: readonly DescribedRow[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(escapeMarkdown)),
    line(columns.map((_, column) => (numberColumns.has(column) ? '---:' : '---'))),
    ...rows.map(({ verdict, cells }) =>
      line(
        cells
          .map(escapeMarkdown)
          .map((text, column) => (column === cells.length - 1 && verdict === 'fail' ? `**${text}**` : text)),
      ),
    ),
  ].join('\n');
}
