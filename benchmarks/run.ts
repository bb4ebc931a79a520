import { measureAccuracy } from './accuracy.ts';
import { measureArrivals } from './arrivals.ts';
import { measureMemory } from './memory.ts';
import { measurePipeline } from './pipeline.ts';
import { measureShortAnswers } from './short-answers.ts';
import { measureStart } from './start.ts';
import { measureStreamedEvents } from './streamed-events.ts';

/** Of the arrivals, so that all of this stays a matter of minutes; `arrivals.ts` by itself runs for 30 s. */
const arrivalSeconds = 10;

/**
 * The short benchmarks, one after the other, on an otherwise quiet machine. Their numbers are for a reader; nothing fails.
 * Those that take a minute or more are programs of their own: `accuracy-spread`, `open-connections`, `soak`, `trust-grid`.
 */
await measureAccuracy();
await measureMemory();
await measureStart();
await measureShortAnswers();
await measureStreamedEvents();
await measureArrivals(arrivalSeconds);
measurePipeline();
