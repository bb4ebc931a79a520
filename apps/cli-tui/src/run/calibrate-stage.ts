import {
  type BenchmarkOrder,
  exitCodes,
  fixedNumber,
  fixedStages,
  KneepointError,
  micros,
  type NumberDistribution,
  type OwnStage,
  type PlannedStage,
  runBenchmark,
  usualTrust,
} from '@kneepoint/core';
import type { CalibrationInterrupt } from './calibrate-interrupt.ts';
import { newRun } from './new-run.ts';
import { plainRun } from './plain-run.ts';

/** What one stage of a calibration asks of the simulated server. */
export type CalibrationLoad = {
  readonly users: number;
  readonly requests: number;
  readonly outputTokens: NumberDistribution;
  readonly workers: number | 'auto';
  /** After so many milliseconds what is in flight is cut: a host that is far behind would take minutes to catch up. */
  readonly deadlineMillis: number;
};

/** Where a stage runs, who may end it, and the file for its request records, if any. */
export type CalibrationPlace = {
  readonly url: string;
  readonly interrupt: CalibrationInterrupt;
  readonly recordsPath: string | null;
};

/** A stage, and the zero of its times on the machine's monotonic clock, in microseconds. */
export type CalibrationStage = { readonly stage: OwnStage; readonly zeroMonotonicMicros: number };

/**
 * Runs one closed-loop stage without a warm-up: the server's view and the client's are of the same requests. Throws when
 * the calibration was interrupted, and what the run itself refuses, such as more connections than this host may open.
 */
export async function runCalibrationStage(
  load: CalibrationLoad,
  { url, interrupt, recordsPath }: CalibrationPlace,
): Promise<CalibrationStage> {
  interrupt.check();
  const order = { ...orderOf(url, load), requestsPath: recordsPath };
  // The run reads its zero as the first thing that it does.
  const zeroMonotonicMicros = Number(process.hrtime.bigint()) / 1000;
  const running = runBenchmark(order, silent);
  const forget = interrupt.cuts(running);
  const deadline = setTimeout(() => running.cut(), load.deadlineMillis);
  const { stages: measured } = await running.result.finally(() => {
    clearTimeout(deadline);
    forget();
  });
  interrupt.check();
  const [stage] = measured;
  if (stage === undefined)
    throw new KneepointError('the calibration measured nothing', {
      code: 'calibration-empty',
      exitCode: exitCodes.resultInvalid,
      hint: 'run it again when the host is less busy',
    });
  return { stage, zeroMonotonicMicros };
}

const silent = {
  tell() {},
  save: () => Promise.resolve(),
};

function orderOf(url: string, load: CalibrationLoad): BenchmarkOrder {
  const stages = [plannedStage(load)];
  return {
    ...plainRun,
    ...newRun(null, new Date()),
    name: 'calibrate',
    command: 'kneepoint calibrate',
    plan: { version: 1, stages },
    targets: [
      {
        ...{ name: 'simulation', url, api: 'openai-chat', engine: null, model: null, headers: {}, body: {} },
        timeoutMicros: micros(load.deadlineMillis * 1000),
        tls: usualTrust,
      },
    ],
    stages: fixedStages(stages),
    workers: load.workers,
  };
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
