import type { TrustMessages } from './trust-codes.ts';

/** "text (value; limit L)", with as much of it as is known. */
function withNumbers(text: string, value: string | null, limit: string | null): string {
  if (value === null) return text;
  return limit === null ? `${text} (${value})` : `${text} (${value}; limit ${limit})`;
}

const message =
  (text: string) =>
  (value: string | null, limit: string | null): string =>
    withNumbers(text, value, limit);

/** Trust reasons in English. */
export const englishTrust: TrustMessages = {
  'client-busy': message('the client itself was short of CPU'),
  'event-loop-delay': message("the client's event loop was late, so its timestamps are too"),
  'start-lag': message('requests left later than the schedule asked'),
  'no-window': message('no measurement window could be formed'),
  'too-few-requests': message('too few requests ended inside the window'),
  errors: message('requests failed'),
  'cold-start': message('the first requests were much slower than the rest: a cold start is in the figures'),
  'no-data': message('nothing was measured'),
  interrupted: message('the stage was interrupted'),
  'token-source-unknown': message('the output tokens of some requests are unknown'),
  'short-window': message('the measurement window was short'),
  'shared-host': message('client and server shared one host'),
  'concurrency-not-held': message('the planned number of users was not kept in flight'),
  'token-count-mismatch': message("the server's token count differs from the tokenizer's"),
};
