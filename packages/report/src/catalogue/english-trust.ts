import type { TrustMessages } from './trust-codes.ts';

/** Trust reasons in English. */
export const englishTrust: TrustMessages = {
  text: {
    'client-busy': 'the client itself was short of CPU',
    'event-loop-delay': "the client's event loop was late, and its timestamps with it",
    'start-lag': 'requests left later than the schedule asked',
    dropped: 'planned requests were never sent, because too many were in flight',
    'no-window': 'no measurement window opened, so there are no rates',
    'too-few-requests': 'no request ended inside the measurement window',
    errors: 'requests failed',
    'cold-start': 'without a warm-up, cold requests waited much longer for the first token than warm ones',
    'no-data': 'no request was answered',
    'stage-failed': 'the stage failed',
    interrupted: 'the stage was stopped before its end',
    'token-source-unknown': 'the server gave no token counts, so there are no token rates',
    'short-window': 'few requests ended in the measurement window',
    'shared-host': 'client and server shared one host',
    'concurrency-not-held': 'fewer requests were in flight than planned',
    'token-count-mismatch': "the server's token count differs from the tokenizer's",
  },
  withNumbers: (text, value, limit) => {
    if (limit === null) return `${text} (${value})`;
    return `${text} (${value}; ${limit.bound === 'least' ? 'at least' : 'limit'} ${limit.text})`;
  },
};
