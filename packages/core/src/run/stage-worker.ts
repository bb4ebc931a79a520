import type { Clock } from '../clock/clock.ts';
import { startClosedLoop } from '../load/closed-loop.ts';
import { createNodeTimers } from '../load/node-timers.ts';
import { startOpenLoop } from '../load/open-loop.ts';
import type { PhaseObserver } from '../load/phase-observer.ts';
import { SharedGate } from '../load/shared-gate.ts';
import { createLocalGate } from '../load/stage-gate.ts';
import type { LoadParts, RunningLoad } from '../load/stage-load.ts';
import { cycleOf, ownPlaces } from '../load/worker-share.ts';
import { createInFlightCounter, type InFlightCounter } from '../measurement/concurrency-sweep.ts';
import { CountingObserver, type RemoteTokenCount } from '../measurement/counting-observer.ts';
import type { LiveWriter } from '../measurement/live-memory.ts';
import type { Progress } from '../measurement/progress.ts';
import { type RecordBatch, RecordBatcher } from '../measurement/record-batch.ts';
import { StageRecorder } from '../measurement/stage-recorder.ts';
import { HealthWatch } from '../measurement/worker-health.ts';
import { createRandom } from '../random/create-random.ts';
import { createSchedule } from '../schedule/create-schedule.ts';
import { BodyWriter } from '../transport/body-writer.ts';
import type { KeptText } from '../transport/dialects/dialect.ts';
import { dialectNamed } from '../transport/dialects/dialects.ts';
import { HttpTransport } from '../transport/http-transport.ts';
import { mergedBody } from '../transport/merged-body.ts';
import { RequestEncoder } from '../transport/request-encoder.ts';
import { micros } from '../units/units.ts';
import { drawNumber } from '../workload/draw-number.ts';
import type { WorkerOrder, WorkerOutcome } from './load-worker-protocol.ts';
import { createStageRequests, type FedPrompts, type StageRequests } from './stage-requests.ts';
import { feedsPrompts } from './stage-source.ts';

/** What a stage needs of the thread that it runs in. */
export type StageHost = {
  readonly clock: Clock;
  readonly fed: FedPrompts;
  count: RemoteTokenCount;
  records(batch: RecordBatch): void;
  progress(progress: Progress): void;
  /** Where the worker says how it fares, for those who watch. */
  readonly live: LiveWriter;
  windowEdge(edge: 'open' | 'close'): void;
  /** The load has started, and can be stopped. */
  started(load: RunningLoad): void;
};

const progressMillis = 100;
/** From the moment when the last worker is ready to the start of all, in microseconds. */
const startLead = 3000;
/** Sockets opened ahead of an open loop, whose need for them nobody knows. */
const openLoopConnections = 64;

/** Runs a worker's part of one stage: wires workload, schedule, load, transport and measurement. */
export async function runStageInWorker(order: WorkerOrder, host: StageHost): Promise<WorkerOutcome> {
  const { clock, fed } = host;
  const shared = order.share.count > 1 ? new SharedGate(order.gate, order.share.count) : null;
  fed.expected = feedsPrompts(order);
  fed.keeps = order.keepAnswers > 0;
  const requests = createStageRequests(order, fed);
  const records = new RecordBatcher((batch) => host.records(batch));
  const recorder: StageRecorder = new StageRecorder({
    clock,
    flights: () => transport.flights(),
    records,
    keepAnswers: order.keepAnswers,
    inFlight: shared === null ? createInFlightCounter() : sharedCounter(shared),
    objectives: order.objectives,
    classes: requests.classes,
  });
  const observer = new CountingObserver(recorder, order.tokenized ? host.count : async () => null);
  const transport = createTransport(order, requests, { clock, observer });
  await transport.open(connectionsAhead(order));
  if (fed.expected) await firstPrompts(order, fed);
  const startAt = shared === null ? clock.now() : await shared.arrive(() => clock.now(), startLead);
  const health = new HealthWatch();
  const publish = (): void => {
    host.live.cpu(health.cpuShare ?? 0);
    recorder.share(host.live);
    host.progress(recorder.progress);
  };
  const screen = setInterval(publish, progressMillis);
  const load = startLoad(order, {
    transport: requests.aroundTransport(transport),
    phases: withEdges(recorder, (edge) => host.windowEdge(edge)),
    clock,
    timers: createNodeTimers(() => clock.now()),
    stop: order.stage.stop,
    warmup: order.stage.warmup,
    drainLimit: micros(order.drainLimitMicros),
    patience: micros(order.access.timeoutMicros),
    share: order.share,
    gate: shared ?? createLocalGate(),
    startAt,
  });
  host.started(load);
  const reason = await load.finished;
  await observer.settled();
  clearInterval(screen);
  publish();
  const measurement = recorder.finish();
  records.flush();
  transport.close();
  return {
    measurement,
    reason,
    health: health.stop(),
    connections: { ...transport.counts },
    readWaits: transport.queue.waits,
    estimatedPrompts: fed.missed,
    prompts: measurement.keptAnswers.map(({ index }) => requests.request(index).text),
  };
}

function createTransport(
  order: WorkerOrder,
  requests: StageRequests,
  parts: { readonly clock: Clock; readonly observer: CountingObserver },
): HttpTransport {
  const { access } = order;
  const dialect = dialectNamed(access.dialect);
  const encoder = new RequestEncoder(access.address, dialect.path, access.headers);
  const bodies = new BodyWriter((request) =>
    mergedBody(dialect.body(request, access.extensions), access.extraBody),
  );
  const body = (index: number): string => {
    const { systemText, history, text, outputTokens } = requests.request(index);
    return bodies.write({ model: access.model, systemText, history, text, outputTokens });
  };
  return new HttpTransport({
    address: access.address,
    dialect,
    clock: parts.clock,
    observer: requests.aroundObserver(parts.observer),
    timeout: micros(access.timeoutMicros),
    keepText: keptText(order, requests),
    requestBytes: (index) => encoder.encode(body(index)),
    releaseBytes: (bytes) => encoder.release(bytes),
  });
}

function keptText(order: WorkerOrder, requests: StageRequests): KeptText {
  if (order.keepAnswers > 0 || requests.needsAnswers) return 'all';
  return order.tokenized ? 'uncounted' : 'none';
}

const sharedCounter = (gate: SharedGate): InFlightCounter => ({
  get value() {
    return gate.changeRecorded(0);
  },
  change: (by) => gate.changeRecorded(by),
});

/** Tells the main thread of the window's edges, behind the recorder. */
function withEdges(recorder: StageRecorder, tell: (edge: 'open' | 'close') => void): PhaseObserver {
  return {
    dispatched: (warmup) => recorder.dispatched(warmup),
    dropped: () => recorder.dropped(),
    delayed: () => recorder.delayed(),
    windowOpened(at) {
      recorder.windowOpened(at);
      tell('open');
    },
    windowClosed(at) {
      recorder.windowClosed(at);
      tell('close');
    },
  };
}

/** Waits for the prompts of the worker's first wave. */
function firstPrompts({ stage, share }: WorkerOrder, fed: FedPrompts): Promise<void> {
  const cycle = cycleOf(stage.load, stage.stop, share.count);
  const needed = stage.load.loop === 'closed' ? ownPlaces(share, cycle) : 1;
  return new Promise((resolve) => {
    fed.onFed = () => {
      if (fed.size < needed) return;
      fed.onFed = () => {};
      resolve();
    };
    fed.onFed();
  });
}

function startLoad(order: WorkerOrder, parts: LoadParts): RunningLoad {
  const { load } = order.stage;
  const random = createRandom(order.seed);
  if (load.loop === 'closed') {
    const { users, thinkTime } = load;
    const pauses = random.fork('think-time');
    return startClosedLoop({
      ...parts,
      users,
      thinkTime: thinkTime === null ? null : (index) => drawNumber(thinkTime, pauses.fork(index)),
    });
  }
  return startOpenLoop({
    ...parts,
    // The load ends by the stage's own count or time.
    schedule: createSchedule({
      plan: load.arrivals,
      end: {},
      random: random.fork('arrivals'),
      trace: order.trace,
    }),
    maxInFlight: order.maxInFlight,
    capPolicy: order.capPolicy,
  });
}

/** Sockets that the worker opens before the start, so that a burst of starts is not a burst of handshakes. */
function connectionsAhead({ stage: { load, stop }, share, maxInFlight }: WorkerOrder): number {
  if (load.loop === 'closed') return ownPlaces(share, cycleOf(load, stop, share.count));
  const { arrivals } = load;
  const wanted = arrivals.kind === 'at-once' ? arrivals.count : openLoopConnections;
  return Math.ceil(Math.min(wanted, maxInFlight) / share.count);
}
