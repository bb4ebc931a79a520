import type { PageWords } from '../page-words.ts';

/** The page in Korean. */
export const koreanPage: PageWords = {
  skip: '요약으로 바로 가기',
  selectAll: '한 번 누르면 전체 선택',
  aside: (text, remark) => (text === '' ? `(${remark})` : `${text} (${remark})`),
  longTable: (rows) => `${rows}행짜리 표`,
};
