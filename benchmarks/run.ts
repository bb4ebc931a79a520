import { measureAccuracy } from './accuracy.ts';
import { measureMemory } from './memory.ts';
import { measurePipeline } from './pipeline.ts';
import { measureStart } from './start.ts';

/** All benchmarks, one after the other, on an otherwise quiet machine. Their numbers are for a reader; nothing fails. */
await measureAccuracy();
await measureMemory();
await measureStart();
measurePipeline();
