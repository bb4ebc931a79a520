import type { RunColumn, RunVerdict } from '@kneepoint/results-store';

/** The words of the browser of stored results. */
export type BrowserWords = {
  readonly columns: Readonly<Record<RunColumn, string>>;
  readonly verdicts: Readonly<Record<RunVerdict, string>>;
  readonly keys: Readonly<
    Record<
      | 'open'
      | 'search'
      | 'filter'
      | 'sort'
      | 'turn'
      | 'mark'
      | 'compare'
      | 'remove'
      | 'reread'
      | 'everything'
      | 'move'
      | 'page'
      | 'ends',
      string
    >
  >;
  /** Keys of the line that is typed and of the filter. */
  readonly typing: Readonly<Record<'keep' | 'discard', string>>;
  readonly filtering: Readonly<Record<'choose' | 'change' | 'done' | 'clear', string>>;
  readonly filterTitle: string;
  readonly filters: Readonly<Record<'verdict' | 'target' | 'since', string>>;
  readonly any: string;
  readonly ages: Readonly<Record<'day' | 'week' | 'month' | 'quarter' | 'year', string>>;
  /** `3 of 10,000`; figures as texts. */
  position(at: string, count: string): string;
  results(count: number, text: string): string;
  marked(text: string): string;
  searched(text: string): string;
  /** Nothing is stored at all, and what to do. */
  readonly empty: readonly [string, string];
  /** Nothing matches, and what to do. */
  readonly noMatch: readonly [string, string];
  readonly historyFailed: string;
  readonly tryAgain: string;
  askRemove(count: number, name: string): string;
  readonly yesOrNo: string;
  removed(count: number): string;
  readonly markTwo: string;
  tooMany(most: number): string;
  readonly reread: string;
  /** `users(50)` of a target: where the best figure was reached. */
  bestAt(rate: string, load: string, target: string): string;
  exit(code: string): string;
  readonly file: string;
};
