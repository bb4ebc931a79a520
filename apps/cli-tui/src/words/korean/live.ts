import type { LiveWords } from '../live-words.ts';

export const live: LiveWords = {
  trust: { valid: '유효', suspect: '의심', invalid: '무효', 'too-early': '판단하기 이름' },
  keys: '키',
  closeHelp: '아무 키나 누르면 닫힙니다',
  tooSmall: ({ columns, rows, now }) =>
    `터미널이 작습니다: ${now.columns}x${now.rows} (최소 ${columns}x${rows}). 작업은 계속됩니다.`,
};
