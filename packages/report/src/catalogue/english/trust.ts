import type { TrustMessages } from '../trust-codes.ts';

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
    'concurrency-not-held': 'fewer requests were in flight than planned',
    'reads-waited': 'what came from the server may have waited until the client read it',
    'garbage-collection': 'the client collected garbage for too much of the time',
    'connection-waits': 'many requests had to open a connection first',
    'beyond-ceiling': 'the load was above what this host was calibrated for, in events per second',
    'not-steady': 'the load was not steady while it was measured',
    'over-saturated': 'the server fell behind the planned rate, and its queue only grew',
    'server-shared': 'the server counted more requests than were sent to it: somebody else used it too',
    'server-counts-fewer-requests': 'the server counted fewer requests than were sent to it',
    'server-counts-other-tokens': 'the server counted other tokens than its answers said',
    'client-not-watched':
      'another tool or a person made these figures, and whether the client kept up is not known',
  },
  withNumbers: (text, value, limit) => {
    if (limit === null) return `${text} (${value})`;
    return `${text} (${value}; ${limit.bound === 'least' ? 'at least' : 'limit'} ${limit.text})`;
  },
};
