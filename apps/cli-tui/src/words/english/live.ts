import type { LiveWords } from '../live-words.ts';

export const live: LiveWords = {
  trust: { valid: 'valid', suspect: 'suspect', invalid: 'invalid', 'too-early': 'too early to say' },
  keys: 'Keys',
  closeHelp: 'any key closes this',
  tooSmall: ({ columns, rows, now }) =>
    `Terminal too small: ${now.columns}x${now.rows}, needs ${columns}x${rows}. The work goes on.`,
};
