import { setTimeout as delay } from 'node:timers/promises';
import { KneepointError } from '@kneepoint/core';
import { z } from 'zod';
import type { JobEvent } from '../events/job-event.ts';
import { isEnded, jobStates } from '../jobs/job-state.ts';
import { readEvents } from './read-events.ts';
import { readJobEvent } from './read-job-event.ts';
import { reasonOf } from './reason-of.ts';

/** How a stream that broke is taken up again. */
export type FollowOptions = {
  readonly signal?: AbortSignal;
  /** Begins after the event of this number. */
  readonly after?: number;
  /** The first wait before a new connection, in milliseconds; each failure doubles it. */
  readonly firstWaitMillis?: number;
  readonly longestWaitMillis?: number;
  /** Gives up when the agent has not answered for so long, in milliseconds. */
  readonly patienceMillis?: number;
  /** Called before each new connection with why the last one ended. */
  readonly reconnecting?: (reason: string) => void;
  /** Called when a connection stands, also the first one; events may be long in coming. */
  readonly connected?: () => void;
};

/** Opens the stream of a job's events after the one of that number. */
export type OpenEvents = (after: number, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;

const stateSchema = z.looseObject({ kind: z.literal('state'), state: z.enum(jobStates) });

const usual = {
  signal: new AbortController().signal,
  firstWaitMillis: 200,
  longestWaitMillis: 5000,
  patienceMillis: 600_000,
  connected: () => {},
} as const satisfies FollowOptions;

/**
 * The events of a job to its end. A connection that drops, or says nothing for longer than a heartbeat takes, is opened
 * again after the last event that came, so that nothing is missed or told twice. Who was too slow asks again for what was
 * left out: what is kept of it is on the agent's disk. `events-skipped` is told only where that does not help.
 */
export async function* followEvents(
  openEvents: OpenEvents,
  options: FollowOptions & { readonly silenceMillis: number },
): AsyncGenerator<JobEvent> {
  const { signal, firstWaitMillis, longestWaitMillis, patienceMillis, silenceMillis, connected } = {
    ...usual,
    ...options,
  };
  let last = options.after ?? 0;
  let wait = firstWaitMillis;
  let heardAt = performance.now();
  let askedAgainAfter = -1;
  while (!signal.aborted) {
    let reason: string | null = 'the stream ended before the job';
    try {
      for await (const event of connection(openEvents, last, { signal, silenceMillis, connected })) {
        heardAt = performance.now();
        wait = firstWaitMillis;
        if (event.kind === 'events-skipped' && askedAgainAfter !== last) {
          askedAgainAfter = last;
          reason = null;
          break;
        }
        if ('id' in event) last = event.id;
        yield event;
        if (isLast(event) || signal.aborted) return;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (isFinal(error) || performance.now() - heardAt > patienceMillis) throw error;
      reason = reasonOf(error);
    }
    if (signal.aborted) return;
    if (reason === null) continue;
    options.reconnecting?.(reason);
    await delay(wait, null, { signal }).catch(() => null);
    wait = Math.min(longestWaitMillis, wait * 2);
  }
}

type Hearing = {
  readonly signal: AbortSignal;
  readonly silenceMillis: number;
  readonly connected: () => void;
};

async function* connection(
  openEvents: OpenEvents,
  after: number,
  { signal, silenceMillis, connected }: Hearing,
): AsyncGenerator<JobEvent> {
  const silence = new AbortController();
  const ended = AbortSignal.any([signal, silence.signal]);
  let timer: NodeJS.Timeout | null = null;
  const heard = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => silence.abort(new Error('nothing was heard for too long')), silenceMillis);
  };
  heard();
  try {
    const body = await openEvents(after, ended);
    connected();
    for await (const { data } of readEvents(body.pipeThrough(listening(heard), { signal: ended }))) {
      yield readJobEvent(data);
    }
  } finally {
    if (timer !== null) clearTimeout(timer);
    silence.abort();
  }
}

/** Hears of every chunk, the heartbeats too. */
const listening = (heard: () => void): TransformStream<Uint8Array, Uint8Array> =>
  new TransformStream({
    transform(chunk, controller) {
      heard();
      controller.enqueue(chunk);
    },
  });

function isLast(event: JobEvent): boolean {
  const parsed = stateSchema.safeParse(event);
  return parsed.success && isEnded(parsed.data.state);
}

/** What another attempt would not change: a wrong token, a job that is not known. Too many listeners may be fewer soon. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof KneepointError &&
    !['agent-unreachable', 'too-many-listeners', 'internal'].includes(error.code)
  );
}
