import type { EngineSequence, TokenEngine } from './token-engine.ts';

/** A closed loop on virtual time: each user sends its next request when the one before has ended. */
export interface ClosedLoop {
  readonly users: number;
  readonly requestsPerUser: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  /** Time between an answer's end and the next request's arrival, microseconds. */
  readonly turnaroundMicros: number;
}

/** What came out of a closed loop. */
export interface ClosedLoopOutcome {
  readonly tokens: number;
  readonly seconds: number;
  readonly tokensPerSecond: number;
  /** Mean tokens per second of one request, from arrival to its last token. */
  readonly requestSpeed: number;
}

/** Runs an engine against a closed loop without any clock: what a profile's numbers amount to. */
export function runClosedLoop(engine: TokenEngine, loop: ClosedLoop): ClosedLoopOutcome {
  const arrivals: { at: number; user: number }[] = [];
  let tokens = 0;
  let end = 0;
  let speeds = 0;
  let finishedRequests = 0;
  const sent = new Array<number>(loop.users).fill(0);
  const sequenceOf = (user: number, arrival: number): EngineSequence => ({
    promptTokens: loop.promptTokens,
    outputTokens: loop.outputTokens,
    blockHashes: [],
    onAdmitted: () => undefined,
    onTokens: (count, finished, planned) => {
      tokens += count;
      end = planned;
      if (!finished) return;
      finishedRequests += 1;
      speeds += loop.outputTokens / ((planned - arrival) / 1e6);
      if ((sent[user] ?? 0) < loop.requestsPerUser)
        arrivals.push({ at: planned + loop.turnaroundMicros, user });
    },
  });
  for (let user = 0; user < loop.users; user += 1) arrivals.push({ at: 0, user });
  for (;;) {
    const arrival = arrivals[0];
    if (arrival !== undefined && arrival.at <= engine.nextInstant()) {
      arrivals.shift();
      sent[arrival.user] = (sent[arrival.user] ?? 0) + 1;
      engine.submit(sequenceOf(arrival.user, arrival.at), arrival.at);
    } else if (engine.nextInstant() < Number.POSITIVE_INFINITY) engine.advance(engine.nextInstant());
    else break;
  }
  const seconds = end / 1e6;
  return { tokens, seconds, tokensPerSecond: tokens / seconds, requestSpeed: speeds / finishedRequests };
}
