import type { Stage } from '../../result/stage-schema.ts';

/** Samples of a server's gauges below which their mean says nothing: they are about a second apart, and a burst fills one. */
export const leastGaugeSamples = 5;

/** Whether the server's queue was looked at often enough during a stage to say that requests waited in it. */
export const isWatchedLongEnough = ({ server }: Stage): boolean =>
  server !== null && server.samples - server.missed >= leastGaugeSamples;
