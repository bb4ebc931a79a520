import type { ResultWords } from '../../words/result-words.ts';
import type { Marks } from '../parts/marks.ts';

/** What a chapter is laid out on. */
export type Paper = {
  /** Columns of the terminal. */
  readonly width: number;
  /** Rows that a chart may take. */
  readonly chartRows: number;
  readonly marks: Marks;
  /** How the language puts a remark beside a text. */
  readonly aside: (text: string, note: string) => string;
  /** The keys that scroll wide tables. */
  readonly shiftKeys: string;
  readonly words: ResultWords;
};
