import { judgeStage } from '../analysis/judge-stage.ts';
import { endIsSteady } from '../analysis/steadiness/end-is-steady.ts';
import type { LoadSample } from '../analysis/steadiness/load-sample.ts';
import type { Clock } from '../clock/clock.ts';
import { HostCpuWatch } from '../measurement/host-cpu.ts';
import { httpGet } from '../measurement/http-get.ts';
import type { ServerObservation } from '../measurement/server-observation.ts';
import { ServerWatch } from '../measurement/server-watch.ts';
import type { PlannedStage } from '../plan/planned-stage.ts';
import { buildStage, type StageParts } from '../result/build-stage.ts';
import { describeGenerator } from '../result/describe-generator.ts';
import { describeServer, type StageSpans } from '../result/describe-server.ts';
import type { OwnStage } from '../result/own-stage.ts';
import { meanRate } from '../schedule/mean-rate.ts';
import { isLoopback } from '../transport/target-address.ts';
import type { BenchmarkOrder } from './benchmark-order.ts';
import { isBurst, withBurstWindow } from './burst-window.ts';
import type { DiscoveredTarget } from './discover-target.ts';
import { HeldRecords } from './held-records.ts';
import { judgeStageQuality } from './judge-stage-quality.ts';
import type { KeptRecords } from './kept-records.ts';
import type { StageOrder, StageOutcome } from './load-worker-protocol.ts';
import type { LoadWorkers } from './load-workers.ts';
import { ProgressTicks } from './progress-ticks.ts';
import type { RunEvent } from './run-event.ts';
import { seeDeath } from './see-death.ts';
import { StageWatch, seriesOf } from './stage-watch.ts';

const drainMicros = 30_000_000;
/** Texts that a worker keeps for the checks of their quality; more would say little more. */
const answersPerWorker = 100;

/** What a stage is run with. */
export type StageTools = {
  readonly order: BenchmarkOrder;
  readonly tell: (event: RunEvent) => void;
  readonly workers: LoadWorkers;
  readonly records: KeptRecords | null;
  readonly clock: Clock;
  /** The run's salt; a run that goes on has another one, else its stages would find what the interrupted ones sent. */
  readonly salt: string;
  /** Aborted when nobody waits any more. */
  readonly interrupt: AbortSignal;
};

/** A stage that is to be run now. */
export type StageTurn = {
  readonly planned: PlannedStage;
  /** Of all stages of the run, from 0. */
  readonly position: number;
  /** Aborted when a person wants no more of this stage. */
  readonly skip: AbortSignal;
};

/** What came of a stage: its entry in the result, and how the workers say that it went. */
export type RanStage = {
  readonly stage: OwnStage;
  readonly outcome: StageOutcome;
  /** Records that are not written yet: they wait for the word that the stage stands. */
  readonly held: HeldRecords;
};

/** Runs one stage at one target, watching client and server meanwhile, and judges what was measured. */
export async function runStage(
  turn: StageTurn,
  target: DiscoveredTarget,
  tools: StageTools,
): Promise<RanStage> {
  const { planned } = turn;
  const startedAt = new Date().toISOString();
  const driven = await driveLoad(turn, target, tools);
  const seen = await seeDeath(driven.ended, target, tools.interrupt);
  const outcome = { ...seen, measurement: withBurstWindow(seen.measurement, planned) };
  const { measurement } = outcome;
  const built = buildStage({ planned, startedAt, ...partsOf(outcome, driven, tools.order) });
  const window =
    measurement.windowOpen === null || measurement.windowClose === null
      ? null
      : { startMicros: measurement.windowOpen, endMicros: measurement.windowClose };
  const stage = judgeStage(built, {
    asked: measurement.asked,
    sameHost: isLoopback(target.access.address),
    // A burst is meant to fade.
    unsteady: window === null || isBurst(planned) ? null : endIsSteady(driven.samples, window),
  });
  const quality = await judgeStageQuality(planned, measurement);
  return { stage: { ...stage, quality }, outcome, held: driven.held };
}

/** What the load brought, and what was seen beside it. */
type Driven = {
  readonly planned: PlannedStage;
  readonly ended: StageOutcome;
  readonly cpu: ReturnType<HostCpuWatch['stop']>;
  readonly observation: ServerObservation;
  readonly samples: readonly LoadSample[];
  readonly steady: boolean | null;
  readonly held: HeldRecords;
};

/** Lets the workers do a stage, and tells how it fares. */
async function driveLoad(
  { planned, position, skip }: StageTurn,
  target: DiscoveredTarget,
  tools: StageTools,
): Promise<Driven> {
  const { order, clock, workers, tell, records } = tools;
  const server = watchServer(target, tools);
  await server.start();
  const held = new HeldRecords((batch) => records?.write(planned.id, batch));
  const host = new HostCpuWatch();
  tell({ kind: 'stage-started', stage: planned, position, total: order.stages.planned?.length ?? null });
  // Before the watches: until then the workers still say how the last stage fared.
  const running = workers.run(stageOrder(planned, target, tools), skip, {
    records: (batch) => held.take(batch),
    windowEdge(edge) {
      server.mark();
      if (edge === 'open') watch.windowOpened();
      else watch.windowClosed();
    },
  });
  const ticks = new ProgressTicks({ stage: planned.id, live: () => workers.live(), tell });
  const { stopWhenSaturated } = order;
  const watch = new StageWatch({ stage: planned, load: workers, clock, stopWhenSaturated });
  try {
    const ended = await running.finally(() => {
      watch.stop();
      ticks.stop();
    });
    const cpu = host.stop();
    const observation = await server.stop();
    return { planned, ended, cpu, observation, samples: watch.stop(), steady: watch.steady, held };
  } catch (error) {
    // A watch that goes on asking would keep the process alive for ever.
    await server.stop();
    throw error;
  }
}

/** A stage's entry, but for when it started. */
function partsOf(
  outcome: StageOutcome,
  { planned, cpu, observation, samples, steady }: Driven,
  order: BenchmarkOrder,
): Omit<StageParts, 'planned' | 'startedAt'> {
  const { load } = planned;
  const trace = traceOf(planned, order);
  return {
    measurement: outcome.measurement,
    reason: outcome.reason,
    generator: describeGenerator(outcome.workers, {
      ...cpu,
      ceilingEventsPerSecond: order.ceilingEventsPerSecond,
    }),
    server: describeServer(observation, spansOf(outcome)),
    prompts: outcome.prompts,
    load: {
      meanRate: load.loop === 'open' ? meanRate(load.arrivals, trace) : null,
      maxInFlight: order.maxInFlight,
      capPolicy: order.capPolicy,
    },
    steady,
    series: seriesOf(samples),
    skippedLines: trace?.skippedLines ?? datasetOf(planned, order)?.skippedLines ?? 0,
  };
}

function watchServer(
  { target, baseUrl, access }: DiscoveredTarget,
  { clock, tell }: StageTools,
): ServerWatch {
  return new ServerWatch({
    clock,
    sampled: ({ running, waiting, kvUse }) =>
      tell({ kind: 'server', target: target.name, sample: { running, waiting, kvUse } }),
    timers: {
      after(micros, run) {
        const timer = setTimeout(run, micros / 1000);
        return { cancel: () => clearTimeout(timer) };
      },
    },
    // Nobody who gives a request two seconds wants to wait five for a server that says nothing.
    ask: (patienceMillis) =>
      httpGet(`${baseUrl}/metrics`, {
        headers: access.headers,
        timeoutMillis: Math.min(patienceMillis, access.timeoutMicros / 1000),
        address: access.address,
      }),
  });
}

function spansOf({ measurement }: StageOutcome): StageSpans {
  const { windowOpen, windowClose, wholeStart, wholeEnd, warmup } = measurement;
  return {
    whole: { start: wholeStart - warmup.duration, end: wholeEnd },
    window: windowOpen === null || windowClose === null ? null : { start: windowOpen, end: windowClose },
  };
}

/** All targets get the same texts, each with its own salt, so the target is no part of the seed. */
function stageOrder(
  planned: PlannedStage,
  { access }: DiscoveredTarget,
  { order, salt }: StageTools,
): StageOrder {
  const workload = [planned.suite, planned.language, planned.repeat, JSON.stringify(planned.load)].join('/');
  return {
    stage: planned,
    access,
    seed: `${order.seed}/${workload}`,
    salt: planned.salted ? `${salt}/${planned.id}` : null,
    dataset: datasetOf(planned, order),
    trace: traceOf(planned, order),
    tokenized: order.tokenizerPath !== null,
    drainLimitMicros: planned.stop.kind === 'requests' ? access.timeoutMicros + 1_000_000 : drainMicros,
    maxInFlight: order.maxInFlight,
    capPolicy: order.capPolicy,
    objectives: order.objectives,
    keepAnswers: planned.keepExcerpts ? answersPerWorker : 0,
  };
}

function traceOf({ load }: PlannedStage, { files }: BenchmarkOrder): StageOrder['trace'] {
  if (load.loop !== 'open' || load.arrivals.kind !== 'trace') return null;
  return files.traces.get(load.arrivals.source) ?? null;
}

function datasetOf({ prompts }: PlannedStage, { files }: BenchmarkOrder): StageOrder['dataset'] {
  return prompts.kind === 'dataset' ? (files.datasets.get(prompts.source) ?? null) : null;
}
