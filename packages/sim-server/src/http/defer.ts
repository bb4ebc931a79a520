import type { Defer } from './http-connection.ts';

/** After the reads of this turn of the event loop. */
export const afterReads: Defer = (run) => {
  setImmediate(run);
};

/** A look at whether a burst is still coming in, and how long one is waited for at most. */
const lookMillis = 2;
const longestBurstMillis = 8;
/** So many requests are looked at in one turn of the event loop; then sockets are read again. */
const requestsPerTurn = 4;

/**
 * A burst's requests come over some milliseconds, a few a turn. Looking at each before the next is read would stamp the
 * arrivals of the later ones late: with a truth to keep, the work waits until no more come, and lets the sockets be read
 * while it is done.
 */
export function gatherBursts(): Defer {
  const waiting: (() => void)[] = [];
  let seen = 0;
  let looks = 0;
  const look = (): void => {
    looks += 1;
    const stillComing = waiting.length > seen && looks * lookMillis < longestBurstMillis;
    seen = waiting.length;
    if (stillComing) setTimeout(look, lookMillis);
    else runSome();
  };
  const runSome = (): void => {
    for (const run of waiting.splice(0, requestsPerTurn)) run();
    if (waiting.length > 0) setImmediate(runSome);
  };
  return (run) => {
    if (waiting.push(run) > 1) return;
    seen = 0;
    looks = 0;
    setTimeout(look, lookMillis);
  };
}
