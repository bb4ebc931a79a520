import type { Timers } from './stage-load.ts';

/** Node's timers round down to whole milliseconds and fire late, never early; the last part of a wait is polled. */
const pollMicros = 1000;

/** Timers of the event loop. A short wait (below 1 ms) is polled between reads, so arrivals are not rounded to milliseconds. */
export function createNodeTimers(now: () => number): Timers {
  return {
    after(micros, run) {
      const due = now() + micros;
      let cancelled = false;
      let timeout: NodeJS.Timeout | null = null;
      const step = (): void => {
        if (cancelled) return;
        const rest = due - now();
        if (rest <= 0) run();
        else if (rest > pollMicros)
          timeout = setTimeout(step, Math.min(2 ** 30, Math.floor((rest - pollMicros) / 1000)));
        else setImmediate(step);
      };
      step();
      return {
        cancel: () => {
          cancelled = true;
          if (timeout !== null) clearTimeout(timeout);
        },
      };
    },
    afterReads: (run) => void setImmediate(run),
  };
}
