import {
  type BenchmarkOrder,
  type CalibrationLevel,
  exitCodes,
  fixedNumber,
  fixedStages,
  KneepointError,
  micros,
  type NumberDistribution,
  type PlannedStage,
  runBenchmark,
  type Stage,
  usualTrust,
} from '@kneepoint/core';
import type { TruthSnapshot } from '@kneepoint/sim-server';
import type { CalibrationSimulation } from './calibrate-simulation.ts';
import { newRun } from './new-run.ts';
import { plainRun } from './plain-run.ts';

/** The pace of the simulated answers, in milliseconds. */
export const calibrationPace = { firstToken: 20, step: 10 } as const;

/** Lengths differ, so that the users do not ask again all at the same moment: such bursts wait at the server, unseen by its clock. */
const lengths = { least: 32, most: 96 } as const;
const meanTokens = (lengths.least + lengths.most) / 2;
const requestMillis = calibrationPace.firstToken + (meanTokens - 1) * calibrationPace.step;

export type CalibrationLoad = {
  readonly users: number;
  readonly requests: number;
  readonly outputTokens: NumberDistribution;
  readonly workers: number | 'auto';
};

/** The load of one level: every user asks `rounds` times. */
export const pacedLoad = (users: number, rounds: number, workers: number | 'auto'): CalibrationLoad => ({
  users,
  requests: users * rounds,
  outputTokens: { kind: 'uniform', min: lengths.least, max: lengths.most },
  workers,
});

/** Measures one level and compares it with what the server knows of the same requests. */
export async function measureCalibrationLevel(
  simulation: CalibrationSimulation,
  load: CalibrationLoad,
): Promise<CalibrationLevel> {
  await simulation.reset();
  const stage = await runCalibrationStage(simulation.url, load);
  return compareWithTruth(stage, await simulation.truth(), load.users);
}

/** Runs one closed-loop stage without a warm-up: the server's view and the client's are of the same requests. */
export async function runCalibrationStage(url: string, load: CalibrationLoad): Promise<Stage> {
  const stages = [plannedStage(load)];
  const order: BenchmarkOrder = {
    ...plainRun,
    ...newRun(null, new Date()),
    name: 'calibrate',
    command: 'kneepoint calibrate',
    plan: { version: 1, stages },
    targets: [
      {
        ...{ name: 'simulation', url, api: null, engine: null, model: null, headers: {}, body: {} },
        timeoutMicros: micros(120_000_000),
        tls: usualTrust,
      },
    ],
    stages: fixedStages(stages),
    workers: load.workers,
  };
  const silent = {
    targetFound() {},
    stageStarted() {},
    stageEnded() {},
    note() {},
    save: () => Promise.resolve(),
  };
  const { stages: measured } = await runBenchmark(order, silent).result;
  const [stage] = measured;
  if (stage === undefined)
    throw new KneepointError('the calibration measured nothing', {
      code: 'calibration-empty',
      exitCode: exitCodes.resultInvalid,
      hint: 'run it again when the host is less busy',
    });
  return stage;
}

const plannedStage = ({ users, requests, outputTokens }: CalibrationLoad): PlannedStage => ({
  id: `users-${users}`,
  target: 'simulation',
  suite: 'calibrate',
  repeat: 1,
  load: { loop: 'closed', users, thinkTime: null },
  stop: { kind: 'requests', count: requests },
  warmup: { kind: 'requests', count: 0 },
  language: 'en',
  prompts: { kind: 'generated', sharedPrefix: null },
  salted: true,
  inputTokens: fixedNumber(40),
  outputTokens,
  keepExcerpts: false,
});

function compareWithTruth(stage: Stage, truth: TruthSnapshot, users: number): CalibrationLevel {
  const { tokenGap, chunkGap } = stage.whole.metrics;
  const gaps = tokenGap.count > 0 ? tokenGap : chunkGap;
  return {
    users,
    offeredEventsPerSecond: (users * meanTokens * 1000) / requestMillis,
    achievedEventsPerSecond: steadyEventsPerSecond(stage),
    ttftMean: { truth: warmMeanOfServer(stage, truth), measured: warmMeanOfClient(stage) },
    gapP50: { truth: truth.gap.p50, measured: gaps.p50 },
    gapP99: { truth: truth.gap.p99, measured: gaps.p99 },
    cpuShare: stage.generator.cpuShare,
  };
}

/** In the window all users are at work; at the stage's end most of them have gone. */
function steadyEventsPerSecond({ metrics, generator }: Stage): number | null {
  return metrics.outputThroughput.value ?? generator.eventsPerSecond;
}

/** Each user's first request opens a connection, of which the server's figure knows nothing. */
function warmMeanOfClient({ whole, cold }: Stage): number | null {
  const all = whole.metrics.ttft;
  const first = cold.metrics.ttft;
  const count = all.count - first.count;
  return count <= 0 || all.mean === null
    ? null
    : (all.mean * all.count - (first.mean ?? 0) * first.count) / count;
}

function warmMeanOfServer({ cold }: Stage, { requests }: TruthSnapshot): number | null {
  const warm = [...requests]
    .sort((left, right) => left.arrival - right.arrival)
    .slice(cold.count)
    .flatMap(({ arrival, firstToken }) => (firstToken === null ? [] : [firstToken - arrival]));
  return warm.length === 0 ? null : warm.reduce((sum, value) => sum + value, 0) / warm.length;
}
