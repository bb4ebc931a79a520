import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CalibratedFigure, CalibrationLevel, OwnStage } from '@kneepoint/core';
import type { TruthSnapshot } from '@kneepoint/sim-server';
import type { CalibrationInterrupt } from './calibrate-interrupt.ts';
import { clientMarks, type MeanMarks, serverMarks } from './calibrate-marks.ts';
import type { CalibrationSimulation } from './calibrate-simulation.ts';
import { type CalibrationLoad, runCalibrationStage } from './calibrate-stage.ts';

/** The pace of the simulated answers, in milliseconds. */
export const calibrationPace = { firstToken: 20, step: 10 } as const;

/** Lengths differ, so that the users do not ask again all at the same moment: such bursts wait at the server, unseen by its clock. */
const lengths = { least: 32, most: 96 } as const;
const meanTokens = (lengths.least + lengths.most) / 2;
/** The streams step together: the first token waits for the next step, on average half of one. */
const requestMillis = calibrationPace.firstToken + (meanTokens - 0.5) * calibrationPace.step;
/** A stage starts a thread, and its last users end one by one. */
const spareMillis = 2_500;

/** The load of one level: every user asks `rounds` times. Twice the time that this should take is its deadline. */
export const pacedLoad = (users: number, rounds: number, workers: number | 'auto'): CalibrationLoad => ({
  users,
  requests: users * rounds,
  outputTokens: { kind: 'uniform', min: lengths.least, max: lengths.most },
  workers,
  deadlineMillis: levelMillis(rounds),
});

/** The longest that a level of so many rounds may take, in milliseconds. */
export const levelMillis = (rounds: number): number => 2 * rounds * requestMillis + spareMillis;

/** Measures one level and compares it with what the server knows of the same requests. */
export async function measureCalibrationLevel(
  simulation: CalibrationSimulation,
  load: CalibrationLoad,
  interrupt: CalibrationInterrupt,
): Promise<CalibrationLevel> {
  await simulation.reset();
  const folder = mkdtempSync(join(tmpdir(), 'kneepoint-calibrate-'));
  try {
    const recordsPath = join(folder, 'requests.ndjson.gz');
    const { url } = simulation;
    const usedBefore = await simulation.processorMicros();
    const startedAt = performance.now();
    const { stage, zeroMonotonicMicros } = await runCalibrationStage(load, { url, interrupt, recordsPath });
    const micros = (performance.now() - startedAt) * 1000 * availableParallelism();
    const serverCpuShare = ((await simulation.processorMicros()) - usedBefore) / micros;
    const client = clientMarks(recordsPath, zeroMonotonicMicros);
    const truth = await simulation.truth();
    return levelOf({ stage, client, truth, serverCpuShare, users: load.users });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type LevelEvidence = {
  readonly stage: OwnStage;
  readonly client: MeanMarks;
  readonly truth: TruthSnapshot;
  /** Share of this host's cores, 0 to 1. */
  readonly serverCpuShare: number;
  readonly users: number;
};

function levelOf({ stage, client, truth, serverCpuShare, users }: LevelEvidence): CalibrationLevel {
  const { tokenGap, chunkGap } = stage.whole.metrics;
  const gaps = (tokenGap.count ?? 0) > 0 ? tokenGap : chunkGap;
  const server = serverMarks(truth, users);
  const sinceSent = (mark: 'firstToken' | 'lastToken'): CalibratedFigure => ({
    truth: difference(server[mark], client.sent),
    measured: difference(client[mark], client.sent),
  });
  return {
    users,
    offeredEventsPerSecond: (users * meanTokens * 1000) / requestMillis,
    achievedEventsPerSecond: steadyEventsPerSecond(stage),
    ttftMean: sinceSent('firstToken'),
    gapP50: { truth: truth.gap.p50, measured: gaps.p50 },
    gapP99: { truth: truth.gap.p99, measured: gaps.p99 },
    e2eMean: sinceSent('lastToken'),
    serverLatenessP50: truth.lateness.p50,
    cpuShare: stage.generator.cpuShare,
    othersCpuShare: othersShare(stage, serverCpuShare),
    lost: stage.counts.planned - stage.counts.completed,
    invalidBecause: stage.trust.verdict === 'invalid' ? (stage.trust.reasons[0]?.message ?? 'unknown') : null,
    attempts: 1,
  };
}

function othersShare({ generator }: OwnStage, serverCpuShare: number): number | null {
  const { hostCpuShare, processCpuShare } = generator;
  if (hostCpuShare === null || processCpuShare === null) return null;
  return Math.max(0, hostCpuShare - processCpuShare - serverCpuShare);
}

const difference = (later: number | null, earlier: number | null): number | null =>
  later === null || earlier === null ? null : later - earlier;

/** In the window all users are at work; at the stage's end most of them have gone. */
function steadyEventsPerSecond({ metrics, generator }: OwnStage): number | null {
  return metrics.outputThroughput.value ?? generator.eventsPerSecond;
}
