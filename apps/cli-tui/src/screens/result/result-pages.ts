import type { Result } from '@kneepoint/core';
import { type Block, reportChapters } from '@kneepoint/report';
import type { Words } from '../../words/words.ts';
import type { Marks } from '../parts/marks.ts';
import { screenText } from '../parts/screen-text.ts';
import { type BlockCounts, countBlocks } from './count-blocks.ts';
import { overviewBlocks } from './overview-blocks.ts';

/** A page of a result: the overview, or a chapter of its report. */
export type ResultPage = BlockCounts & {
  readonly title: string;
  /** The number in front of its title; 0 is the overview, `null` a chapter without one. */
  readonly number: number | null;
  readonly blocks: readonly Block[];
};

/** The overview and every chapter of the report, in the language of the words. */
export function resultPages(result: Result, words: Words, marks: Marks): readonly ResultPage[] {
  return [
    overviewPage(overviewBlocks(result, words, { marks }), words),
    ...[...reportChapters(result, words.language)].map(({ title, blocks }) => ({
      title: screenText(title),
      number: numberOf(title),
      blocks,
      ...countBlocks(blocks),
    })),
  ];
}

/** The overview alone, before the verdicts are known. */
export const firstPages = (result: Result, words: Words, marks: Marks): readonly ResultPage[] => [
  overviewPage(overviewBlocks(result, words, { marks, missing: words.result.judging }), words),
];

const overviewPage = (blocks: readonly Block[], words: Words): ResultPage => ({
  title: words.result.overview,
  number: 0,
  blocks,
  ...countBlocks(blocks),
});

function numberOf(title: string): number | null {
  const [, digits] = /^(\d+)\. /.exec(title) ?? [];
  return digits === undefined ? null : Number(digits);
}
