import type { ErrorWords } from '../error-words.ts';
import { localHelp } from './local-help.ts';
import { requestHelp } from './request-help.ts';
import { targetHelp } from './target-help.ts';

const meant = (nearest: string | null): string => (nearest === null ? '' : `; did you mean ${nearest}?`);

export const errors: ErrorWords = {
  labels: {
    where: 'where',
    why: 'why',
    tries: 'try',
    says: 'says',
    detail: 'detail',
    known: 'known',
    cause: 'Cause: ',
    fix: 'Fix: ',
  },
  help: { ...targetHelp, ...requestHelp, ...localHelp },
  exit: {
    interrupted: 'interrupted; what was measured until then is in the result',
    stopped: (target, what) => `the target ${target} stopped answering: ${what}`,
    noAnswer: (what) => `no request got an answer: ${what}`,
    nothingRun: 'nothing was run',
    thresholds: (failed, total, first) => `thresholds not met: ${failed} of ${total}; ${first}`,
    invalid: (count, total, stage, why) => `${count} of ${total} stages are invalid; ${stage}: ${why}`,
    failure: (errorClass, detail) => `${errorClass} (${detail})`,
  },
  planProblem: {
    unknownKey: (nearest) => `unknown key${meant(nearest)}`,
    missing: (expected) => `is missing (${expected})`,
    wrong: (expected, found) => `must be ${expected}, not ${found}`,
    wrongChoice: (choices, found, nearest) => `must be one of ${choices}, not ${found}${meant(nearest)}`,
    tooSmall: (least, found) => `must be at least ${least}, not ${found}`,
    empty: 'must not be empty',
    kinds: {
      'a text': 'a text',
      'a number': 'a number',
      'a whole number': 'a whole number',
      'true or false': 'true or false',
      'a list': 'a list',
      'a block of keys': 'a block of keys',
      'a text or a whole number': 'a text or a whole number',
    },
  },
  internal: {
    what: (message) => `internal error, please report it: ${message}`,
    why: 'this is a mistake in Kneepoint, not in what you did',
    stackIn: (path) => `where it happened stands in ${path}`,
    report:
      'send that file with the command that you ran and what the server is; it holds no keys, but read it before you send it',
  },
};
