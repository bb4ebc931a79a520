import type { ProbeSample } from './probe-sample.ts';
import type { ProbeClock, Sampler } from './sampler.ts';

/** Probes sample 5 to 10 times a second: less often misses what a stage does, more often costs what it measures. */
export const probeRates = { least: 5, most: 10 } as const;

/** Calls back once, after some milliseconds; answers how to call it off. A port, so that a test turns the clock itself. */
export type ProbeTimer = (callback: () => void, millis: number) => () => void;

const nodeTimer: ProbeTimer = (callback, millis) => {
  const timer = setTimeout(callback, millis);
  return () => clearTimeout(timer);
};

export type ProbeOptions = {
  readonly clock: ProbeClock;
  readonly rateHz: number;
  onSample(sample: ProbeSample): void;
  readonly timer?: ProbeTimer;
};

/**
 * Samples on a grid of instants, `rateHz` of them a second, until it is stopped. A turn that comes more than a period
 * late leaves out the instants it missed: a gap in the samples, never a bunch of them.
 *
 *     grid     |    |    |    |    |    |
 *     samples  x    x           x  x    x      one turn late: one sample missing, the next ones on the grid again
 */
export function startProbes(sampler: Sampler, options: ProbeOptions): { stop(): void } {
  const { clock, onSample } = options;
  const rateHz = Math.min(probeRates.most, Math.max(probeRates.least, options.rateHz));
  const timer = options.timer ?? nodeTimer;
  const period = 1e6 / rateHz;
  const start = clock.now();
  let cancel: (() => void) | null = null;
  let stopped = false;
  let index = 0;
  const turn = (): void => {
    if (stopped) return;
    onSample(sampler.sample());
    const now = clock.now();
    // A timer may fire a little early: the instant it was set for counts as over.
    index = Math.max(index + 1, Math.floor((now - start) / period) + 1);
    cancel = timer(turn, Math.max(0, (start + index * period - now) / 1000));
  };
  turn();
  return {
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
