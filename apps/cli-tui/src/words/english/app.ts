import type { AppWords } from '../app-words.ts';

export const app: AppWords = {
  loading: 'Loading…',
  keys: {
    help: 'keys',
    back: 'back',
    leave: 'quit',
    leaveAtOnce: 'quit at once',
    suspend: 'to the shell; come back with fg',
  },
  help: 'Keys',
  history: 'History',
  cannotShow: 'This cannot be shown',
  needsTerminal:
    'kneepoint tui draws screens and needs a terminal for input and output; stored runs are listed by: kneepoint history',
};
