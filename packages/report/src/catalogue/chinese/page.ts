import type { PageWords } from '../page-words.ts';

/** The page in Chinese. */
export const chinesePage: PageWords = {
  skip: '跳到摘要',
  selectAll: '单击即可全选',
  aside: (text, remark) => `${text}（${remark}）`,
  longTable: (rows) => `${rows} 行的表格`,
};
