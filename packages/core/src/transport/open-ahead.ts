import { setTimeout as delay } from 'node:timers/promises';
import type { OpenOutcome } from './connection-owner.ts';

/** A connection that is being opened. */
export type Opening = { whenOpen(): Promise<OpenOutcome>; destroy(): void };

/**
 * Connects that may be under way at once. Servers listen with a queue of 128 to 4,096 connections; a burst that overflows
 * it is answered after the kernel's first retransmission, a second later, or not at all.
 */
const maximumPending = 128;
const patienceMillis = 10_000;
const busyPauseMillis = 5;

/**
 * Opens `count` connections, at most 128 at once. A lane of these ends with its first connection that fails or takes longer
 * than 10 s: a server that is not there costs 128 attempts, not thousands. While the server's queue is full (only a Unix
 * socket says that) a lane waits and tries again, 10 s at most: nothing is measured yet. `open` gives `null` to stop.
 */
export async function openAhead(count: number, open: () => Opening | null): Promise<void> {
  let missing = count;
  const lane = async (): Promise<void> => {
    while (missing > 0) {
      missing--;
      if (!(await openOne(open))) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(Math.max(0, count), maximumPending) }, lane));
}

async function openOne(open: () => Opening | null): Promise<boolean> {
  for (let pauses = 0; pauses * busyPauseMillis < patienceMillis; pauses++) {
    const opening = open();
    if (opening === null) return false;
    const outcome = await patiently(opening);
    if (outcome !== 'busy') return outcome === 'open';
    await delay(busyPauseMillis);
  }
  return false;
}

async function patiently(opening: Opening): Promise<OpenOutcome> {
  const timer = setTimeout(() => opening.destroy(), patienceMillis);
  try {
    return await opening.whenOpen();
  } finally {
    clearTimeout(timer);
  }
}
