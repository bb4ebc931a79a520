import type { Defer } from './http-connection.ts';

/** After the reads of this turn of the event loop. */
export const afterReads: Defer = (run) => {
  setImmediate(run);
};

const burstMillis = 2;

/**
 * A burst's requests come over some milliseconds, one or two a turn. Looking at each before the next is read would stamp
 * the arrivals of the later ones late: with a truth to keep, the work waits until the burst has been read.
 */
export function gatherBursts(): Defer {
  let waiting: (() => void)[] = [];
  const runAll = (): void => {
    const all = waiting;
    waiting = [];
    for (const run of all) run();
  };
  return (run) => {
    if (waiting.push(run) === 1) setTimeout(runAll, burstMillis);
  };
}
