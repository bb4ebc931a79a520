import type { Result } from '@kneepoint/core';
import { type Block, type Cell, resultOverview } from '@kneepoint/report';
import type { Words } from '../../words/words.ts';
import type { Marks } from '../parts/marks.ts';

/**
 * The first page of a result: who was measured, the answer, every stage, and what cannot be trusted and why. `missing`
 * stands in place of the answer while it is not known.
 */
export function overviewBlocks(
  result: Result,
  { result: text, language }: Words,
  { marks, missing }: { readonly marks: Marks; readonly missing?: string },
): Block[] {
  const overview = resultOverview(result, language);
  const failures = result.failures.map(({ target, message }) => item(`${target}: ${message}`, 'invalid'));
  return [
    heading(2, 'overview', overview.title),
    paragraph(overview.subtitle),
    heading(3, 'measured', text.measured),
    paragraph(
      text.extent({
        stages: result.stages.length,
        targets: result.targets.length,
        failed: result.failures.length,
      }),
    ),
    ...(result.targets.length === 0 ? [] : [overview.targets]),
    ...(failures.length === 0 ? [] : [heading(3, 'failed', text.failedTargets), list(failures, 'cautions')]),
    heading(3, 'verdict', text.verdict),
    missing === undefined
      ? list(
          overview.sentences.map((sentence) => item(sentence, 'plain')),
          'findings',
        )
      : paragraph(missing),
    ...(overview.stages.length === 0
      ? [paragraph(text.nothingMeasured)]
      : [
          heading(3, 'stages', text.stages),
          ...overview.stages.map((table) => withBadges(table, marks)),
          heading(3, 'untrusted', text.untrusted),
          overview.untrusted ?? paragraph(text.allTrusted),
        ]),
  ];
}

const heading = (level: 2 | 3, id: string, text: string): Block => ({ kind: 'heading', level, id, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, tone: 'plain' });
const item = (text: string, tone: Cell['tone']): Cell => ({ text, tone, note: null });
const list = (items: readonly Cell[], emphasis: 'findings' | 'cautions'): Block => ({
  kind: 'list',
  items,
  emphasis,
});

/** The last column is the verdict; its sign stands in the first one too, which stays where the table is scrolled. */
function withBadges(block: Block, marks: Marks): Block {
  if (block.kind !== 'table') return block;
  const rows = block.rows.map((row) => {
    const verdict = row.at(-1)?.tone ?? 'plain';
    const badge = (cell: Cell): Cell =>
      verdict === 'plain' ? { ...cell, text: `${marks.valid} ${cell.text}` } : { ...cell, tone: verdict };
    return row.map((cell, index) => (index === 0 || index === row.length - 1 ? badge(cell) : cell));
  });
  return { ...block, rows };
}
