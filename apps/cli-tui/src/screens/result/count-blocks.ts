import type { Block, Cell } from '@kneepoint/report';

/** What a chapter found, and how much of it is marked as doubtful. */
export type BlockCounts = { readonly findings: number; readonly doubts: number };

/** Findings are the items of its lists of findings; doubts are cautions, and rows, items and paragraphs that are marked suspect or invalid. */
export function countBlocks(blocks: readonly Block[]): BlockCounts {
  const all = blocks.map(countBlock);
  return {
    findings: all.reduce((sum, { findings }) => sum + findings, 0),
    doubts: all.reduce((sum, { doubts }) => sum + doubts, 0),
  };
}

const isDoubtful = ({ tone }: Pick<Cell, 'tone'>): boolean => tone === 'suspect' || tone === 'invalid';

function countBlock(block: Block): BlockCounts {
  switch (block.kind) {
    case 'list':
      if (block.emphasis === 'findings') return { findings: block.items.length, doubts: 0 };
      return {
        findings: 0,
        doubts: block.items.filter((item) =>
          block.emphasis === 'cautions' ? item.tone !== 'muted' : isDoubtful(item),
        ).length,
      };
    case 'table':
      return { findings: 0, doubts: block.rows.filter((row) => row.some(isDoubtful)).length };
    case 'paragraph':
      return { findings: 0, doubts: isDoubtful(block) ? 1 : 0 };
    // The numbers of a chart repeat what stands in the chapter's tables.
    case 'details':
    case 'heading':
    case 'code':
    case 'excerpt':
    case 'chart':
      return { findings: 0, doubts: 0 };
  }
}
