import type { LiveWords } from '../live-words.ts';

export const live: LiveWords = {
  trust: { valid: '有效', suspect: '存疑', invalid: '无效', 'too-early': '尚早，无法判断' },
  keys: '按键',
  closeHelp: '按任意键关闭',
  tooSmall: ({ columns, rows, now }) =>
    `终端太小：${now.columns}x${now.rows}，至少需要 ${columns}x${rows}。任务仍在继续。`,
};
