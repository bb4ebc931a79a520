import { z } from 'zod';

const shareOrNull = z.number().nonnegative().nullable();

/** The generator's own health during a stage; of several workers the worst one counts. Delays and pauses in microseconds. */
export const generatorHealthSchema = z.strictObject({
  workers: z.number().int().positive(),
  /** Share of a core that the busiest worker used. */
  cpuShare: shareOrNull,
  eventLoopDelayP99: z.number().nullable(),
  /** The longest that a read's bytes may have lain in the kernel while the worker read others, at the 99th percentile. */
  readWaitP99: z.number().nonnegative().nullable(),
  /** The same, on average, of the reads that brought first tokens: so much of the time to first token may be the client's. */
  firstTokenWait: z.number().nonnegative().nullable(),
  /** Garbage collections of all workers; `longest` is the longest single pause. */
  pauses: z
    .strictObject({
      count: z.number().int().nonnegative(),
      total: z.number().nonnegative(),
      longest: z.number().nonnegative(),
    })
    .nullable(),
  /** Stream events in a socket read: far above one, they waited in the kernel and got one stamp. */
  eventsPerRead: z.number().nullable(),
  eventsPerSecond: z.number().nonnegative().nullable(),
  /** Share of this host's cores in use during the stage, by everybody and by this process. */
  hostCpuShare: shareOrNull,
  processCpuShare: shareOrNull,
  /** What this host was calibrated to read, in events per second over all workers; `null` where it was not calibrated. */
  ceilingEventsPerSecond: z.number().positive().nullable(),
  bytesReceived: z.number().nonnegative(),
  reads: z.number().int().nonnegative(),
  connectionsOpened: z.number().int().nonnegative(),
  connectionsReused: z.number().int().nonnegative(),
  staleConnectionsReplaced: z.number().int().nonnegative(),
  /** Measured requests that waited for a connection to open. */
  connectionWaits: z.number().int().nonnegative().nullable(),
  /** Prompts that the tokenizer had not made in time: their lengths are estimates. */
  estimatedPrompts: z.number().int().nonnegative().nullable(),
});
export type GeneratorHealth = z.infer<typeof generatorHealthSchema>;
