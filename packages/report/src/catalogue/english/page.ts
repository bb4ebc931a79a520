import type { PageWords } from '../page-words.ts';

/** The page in English. */
export const englishPage: PageWords = {
  skip: 'Skip to the summary',
  selectAll: 'one click selects all',
  aside: (text, remark) => (text === '' ? `(${remark})` : `${text} (${remark})`),
  longTable: (rows) => `Table of ${rows} rows`,
};
