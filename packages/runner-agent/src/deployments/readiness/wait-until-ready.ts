import { setTimeout as delay } from 'node:timers/promises';
import type { ServerExit } from '../deployment-state.ts';
import type { HttpProbe, ProbeAnswer } from './http-probe.ts';

/** What to wait for, and what ends the wait. */
export type ReadyWait = {
  readonly probe: HttpProbe;
  readonly path: string;
  /** A text that the answer has to contain. */
  readonly body: string | null;
  readonly timeoutMillis: number;
  readonly exited: Promise<ServerExit>;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
};

/** How a wait ended. */
export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'exited'; readonly exit: ServerExit }
  | { readonly kind: 'timeout'; readonly lastAnswer: string }
  | { readonly kind: 'interrupted' };

/** Often enough for start-up times of seconds; an engine's health route costs it next to nothing. */
const pauseMillis = 100;
/** SGLang's health route runs a token through its scheduler, which may be busy. */
const answerMillis = 5_000;

/**
 * Asks until the server is ready. A server that ends ends the wait at once, whatever was still being asked.
 *
 *     ask - pause - ask - pause - ask: 2xx  -> ready
 *           ^ exit                          -> exited
 *                 ^ timeout                 -> timeout, with the last answer
 */
export async function waitUntilReady(wait: ReadyWait): Promise<Readiness> {
  const finished = new AbortController();
  const timer = AbortSignal.timeout(wait.timeoutMillis);
  const exit = wait.exited.then((value): Readiness => ({ kind: 'exited', exit: value }));
  const polled = poll(wait, AbortSignal.any([finished.signal, wait.signal, timer])).then(
    (last): Readiness => {
      if (last === null) return { kind: 'ready' };
      return wait.signal.aborted ? { kind: 'interrupted' } : { kind: 'timeout', lastAnswer: last };
    },
  );
  try {
    return await Promise.race([exit, polled]);
  } finally {
    finished.abort();
  }
}

/** `null` as soon as the server is ready, or the last answer when the signal ended the wait. */
async function poll(wait: ReadyWait, signal: AbortSignal): Promise<string | null> {
  let last = 'it was not asked';
  while (!signal.aborted) {
    const { path, probe } = wait;
    const answer = await probe.ask({ path, body: null, timeoutMillis: answerMillis, signal });
    const lack = lackOf(answer, wait.body);
    if (lack === null) return null;
    if (!signal.aborted) last = lack;
    await delay(pauseMillis, undefined, { signal }).catch(() => undefined);
  }
  return last;
}

function lackOf(answer: ProbeAnswer, body: string | null): string | null {
  if (answer.kind === 'silent') return answer.reason;
  if (answer.status < 200 || answer.status > 299) return `it answered ${answer.status}`;
  if (body !== null && !answer.body.includes(body))
    return `it answered ${answer.status} without the text ${JSON.stringify(body)}`;
  return null;
}
