import { parentPort, workerData } from 'node:worker_threads';
import { type Clock, createMonotonicClock } from './clock/clock.ts';
import { assertNever } from './errors/assert-never.ts';
import { KneepointError } from './errors/kneepoint-error.ts';
import { startClosedLoop } from './load/closed-loop.ts';
import { createNodeTimers } from './load/node-timers.ts';
import { startOpenLoop } from './load/open-loop.ts';
import type { LoadParts, RunningLoad } from './load/stage-load.ts';
import { type FromWorker, progressFields, type StageOrder, type ToWorker } from './load-worker-protocol.ts';
import { CountingObserver } from './measurement/counting-observer.ts';
import { RecordBatcher } from './measurement/record-batch.ts';
import { StageRecorder } from './measurement/stage-recorder.ts';
import { HealthWatch } from './measurement/worker-health.ts';
import { createRandom } from './random/create-random.ts';
import { rehearse } from './rehearsal.ts';
import { createSchedule } from './schedule/create-schedule.ts';
import { sourceOfStage } from './stage-source.ts';
import { dialectNamed } from './transport/dialects/dialects.ts';
import { HttpTransport } from './transport/http-transport.ts';
import { RequestEncoder } from './transport/request-encoder.ts';
import { micros } from './units/units.ts';
import type { RequestSource } from './workload/workload-request.ts';

/** The load worker's thread: wires workload, schedule, load, transport and measurement for one stage after another. */
const port = parentPort;
if (port === null) throw new Error('the load worker is started as a worker thread only');
const { zero, progress } = workerData as { readonly zero: bigint; readonly progress: Float64Array };
const clock = createMonotonicClock(zero);
const progressMillis = 100;
let rehearsed: Promise<void> | null = null;
let running: RunningLoad | null = null;
/** Told while no load ran yet, as when its prompts are still being made: the stage ends as soon as it has started. */
let asked: 'stop' | 'cut' | null = null;
/** Prompts of exact length that the main thread made, until their requests are built. */
const fedPrompts = new Map<number, string>();
/** Questions to the main thread's tokenizer that have no answer yet. */
const counts = new Map<number, (tokens: number | null) => void>();
let nextCount = 0;
let onPrompts = (): void => {};

const send = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, [...transfer]);

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'run':
      runStage(message.order, clock).catch(reportCrash);
      return;
    case 'stop':
      asked ??= 'stop';
      running?.stop();
      return;
    case 'cut':
      asked = 'cut';
      running?.cut();
      return;
    case 'prompts':
      for (const [offset, text] of message.batch.texts.entries())
        fedPrompts.set(message.batch.from + offset, text);
      onPrompts();
      return;
    case 'counted':
      counts.get(message.id)?.(message.tokens);
      counts.delete(message.id);
      return;
    default:
      assertNever(message);
  }
});

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

async function runStage(order: StageOrder, stageClock: Clock): Promise<void> {
  fedPrompts.clear();
  rehearsed ??= rehearse(stageClock);
  await rehearsed;
  const source = sourceOfStage(order, null);
  const dialect = dialectNamed(order.access.dialect);
  const records = new RecordBatcher((batch) =>
    send({ kind: 'records', batch }, [batch.rows.buffer as ArrayBuffer]),
  );
  const recorder: StageRecorder = new StageRecorder({
    clock: stageClock,
    flights: () => transport.flights(),
    records,
    keepAnswers: order.keepAnswers,
  });
  const observer = new CountingObserver(recorder, order.tokenized ? countOnMain : async () => null);
  const encoder = new RequestEncoder(order.access.address, dialect.path, order.access.headers);
  const transport = new HttpTransport({
    address: order.access.address,
    dialect,
    clock: stageClock,
    observer,
    timeout: micros(order.access.timeoutMicros),
    keepText: order.keepAnswers > 0 ? 'all' : order.tokenized ? 'uncounted' : 'none',
    requestBytes: (index) => encoder.encode(requestBody(order, source, index)),
    releaseBytes: (bytes) => encoder.release(bytes),
  });
  const { stage } = order;
  await transport.open(stage.load.loop === 'closed' ? connectionsAhead(stage.load.users) : 0);
  if (order.tokenized) await firstPrompts(order);
  const health = new HealthWatch();
  const screen = setInterval(() => publishProgress(recorder), progressMillis);
  running = startLoad(order, {
    transport,
    phases: recorder,
    clock: stageClock,
    timers: createNodeTimers(() => stageClock.now()),
    stop: stage.stop,
    warmup: stage.warmup,
    drainLimit: micros(order.drainLimitMicros),
  });
  if (asked === 'stop') running.stop();
  else if (asked === 'cut') running.cut();
  const reason = await running.finished;
  await observer.settled();
  running = null;
  clearInterval(screen);
  publishProgress(recorder);
  const measurement = recorder.finish();
  records.flush();
  transport.close();
  send({
    kind: 'ended',
    outcome: {
      measurement,
      reason,
      health: health.stop(),
      connections: { ...transport.counts },
      prompts: measurement.keptAnswers.map(({ index }) => source.request(index).text),
    },
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

/** Waits for the prompts of the first wave. */
function firstPrompts({ stage }: StageOrder): Promise<void> {
  const wave = stage.load.loop === 'closed' ? stage.load.users : 1;
  const needed = stage.stop.kind === 'requests' ? Math.min(wave, stage.stop.count) : wave;
  return new Promise((resolve) => {
    onPrompts = () => {
      if (fedPrompts.size < needed) return;
      onPrompts = () => {};
      resolve();
    };
    onPrompts();
  });
}

function requestBody(order: StageOrder, source: RequestSource, index: number): string {
  const { access } = order;
  const dialect = dialectNamed(access.dialect);
  const request = source.request(index);
  const text = fedPrompts.get(index) ?? request.text;
  fedPrompts.delete(index);
  const body = dialect.body(
    {
      model: access.model,
      systemText: request.systemText,
      text,
      outputTokens: request.outputTokens,
    },
    access.extensions,
  );
  return JSON.stringify({ ...body, ...access.extraBody });
}

function startLoad(order: StageOrder, parts: LoadParts): RunningLoad {
  const { load, stop, warmup } = order.stage;
  if (load.loop === 'closed') return startClosedLoop({ ...parts, users: load.users });
  const warmupCount = warmup.kind === 'requests' ? warmup.count : 0;
  const warmupMicros = warmup.kind === 'duration' ? warmup.micros : 0;
  const schedule = createSchedule({
    arrivals: load.arrivals,
    requestsPerSecond: load.requestsPerSecond,
    random: createRandom(order.seed).fork('arrivals'),
    // A stage of counted requests ends by its own count: how many arrivals a timed warm-up takes is left to chance.
    ...(stop.kind === 'requests'
      ? {}
      : {
          durationMicros: micros(stop.micros + warmupMicros + (warmupCount / load.requestsPerSecond) * 1e6),
        }),
  });
  return startOpenLoop({ ...parts, schedule, maxInFlight: order.maxInFlight });
}

/** Sockets opened before the start, so that a burst of starts is not a burst of handshakes. */
const connectionsAhead = (users: number): number => Math.min(users, 4096);

function publishProgress(recorder: StageRecorder): void {
  for (const [index, field] of progressFields.entries()) progress[index] = recorder.progress[field];
}
