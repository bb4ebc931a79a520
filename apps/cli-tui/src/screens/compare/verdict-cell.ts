import type { MeasuredCell } from '@kneepoint/core';
import type { Cell, DifferenceTexts } from '@kneepoint/report';
import type { CompareWords } from '../../words/compare-words.ts';

/** The names of the two sides of a cell. */
export type CellSides = { readonly baseline: string; readonly candidate: string };

/** What may be said of a cell, as the analysis says it. */
export function verdictCell(
  { standing, detectableRatio }: MeasuredCell,
  sides: CellSides,
  { words, texts }: { readonly words: CompareWords; readonly texts: DifferenceTexts },
): Cell {
  const cell = (text: string, tone: Cell['tone']): Cell => ({ text, tone, note: null });
  switch (standing.kind) {
    case 'better':
      return cell(words.isBetter(sides[standing.side]), 'best');
    case 'no-difference':
      return cell(
        standing.code === 'not-after-correction'
          ? words.notAfterCorrection
          : words.noDifference(detectableRatio === null ? null : texts.share(detectableRatio - 1)),
        'plain',
      );
    case 'undecided':
      return cell(words.undecided(standing.reasons.map(texts.reason)), 'muted');
  }
}

/** The ratio as a change, with its interval. */
export function differenceCell({ ratio, interval }: MeasuredCell, texts: DifferenceTexts): Cell {
  if (ratio === null) return { text: '-', tone: 'muted', note: null };
  const note = interval === null ? null : texts.span(texts.change(interval.low), texts.change(interval.high));
  return { text: texts.change(ratio), tone: 'plain', note };
}
