import { parentPort, workerData } from 'node:worker_threads';
import { createMonotonicClock } from '../clock/clock.ts';
import { assertNever } from '../errors/assert-never.ts';
import { KneepointError } from '../errors/kneepoint-error.ts';
import type { EarlyEnd, RunningLoad } from '../load/stage-load.ts';
import { LiveWriter } from '../measurement/live-memory.ts';
import type { Progress } from '../measurement/progress.ts';
import {
  type FromWorker,
  progressFields,
  type ToWorker,
  type WorkerMemory,
  type WorkerOrder,
} from './load-worker-protocol.ts';
import { rehearse } from './rehearsal.ts';
import { FedPrompts } from './stage-requests.ts';
import { runStageInWorker } from './stage-worker.ts';

/** A load worker's thread: takes orders, runs one stage after another, and answers with what it measured. */
const port = parentPort;
if (port === null) throw new Error('the load worker is started as a worker thread only');
const { zero, progress, live } = workerData as WorkerMemory;
const liveWriter = new LiveWriter(live);
const clock = createMonotonicClock(zero);
let rehearsed: Promise<void> | null = null;
let running: RunningLoad | null = null;
/** Told while the stage's load did not run yet, as when its prompts are still being made: the stage ends as soon as it has started. */
let asked: { readonly kind: 'stop'; readonly reason: EarlyEnd } | { readonly kind: 'cut' } | null = null;
let fed = new FedPrompts();
/** Questions to the main thread's tokenizer that have no answer yet. */
const counts = new Map<number, (tokens: number | null) => void>();
let nextCount = 0;

const send = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, [...transfer]);

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'run':
      fed = new FedPrompts();
      asked = null;
      runStage(message.order).catch(reportCrash);
      return;
    case 'stop':
      asked ??= message;
      running?.stop(message.reason);
      return;
    case 'cut':
      asked = message;
      running?.cut();
      return;
    case 'end-warmup':
      running?.endWarmup(message.at);
      return;
    case 'prompts':
      fed.take(message.prompts);
      return;
    case 'counted':
      counts.get(message.id)?.(message.tokens);
      counts.delete(message.id);
      return;
    default:
      assertNever(message);
  }
});

async function runStage(order: WorkerOrder): Promise<void> {
  rehearsed ??= rehearse(clock);
  await rehearsed;
  const outcome = await runStageInWorker(order, {
    clock,
    fed,
    count: countOnMain,
    records: (batch) => send({ kind: 'records', batch }, [batch.rows.buffer as ArrayBuffer]),
    progress: publishProgress,
    live: liveWriter,
    windowEdge: (edge) => send({ kind: 'window', edge }),
    started(load) {
      running = load;
      if (asked?.kind === 'stop') load.stop(asked.reason);
      else if (asked?.kind === 'cut') load.cut();
    },
  });
  running = null;
  send({ kind: 'ended', outcome });
}

function reportCrash(error: unknown): void {
  const known = error instanceof KneepointError;
  send({
    kind: 'crashed',
    message:
      error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error),
    code: known ? error.code : null,
    hint: known ? error.hint : null,
  });
}

/** Asks the main thread's tokenizer. */
function countOnMain(text: string): Promise<number | null> {
  const id = nextCount++;
  return new Promise((resolve) => {
    counts.set(id, resolve);
    send({ kind: 'count', id, text });
  });
}

function publishProgress(current: Progress): void {
  for (const [index, field] of progressFields.entries()) progress[index] = current[field];
}
