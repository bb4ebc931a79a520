import {
  type CalibrationLevel,
  ceilingIsBounded,
  exitCodes,
  fixedNumber,
  type HostCalibration,
  hostCeiling,
  levelFaults,
} from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import type { CalibrateFlags } from '../flags/calibrate-flags.ts';
import { positiveWhole } from '../flags/parse-flags.ts';
import type { RunContext } from '../live/run-context.ts';
import type { CalibrateWords } from '../words/calibrate-words.ts';
import { wordsOf } from '../words/words-of.ts';
import { errorsUpToCeiling } from './calibrate-errors.ts';
import { type CalibrationInterrupt, watchCalibrationInterrupt } from './calibrate-interrupt.ts';
import { type CalibrationEffort, searchCeiling } from './calibrate-search.ts';
import { startCalibrationSimulation } from './calibrate-simulation.ts';
import { runCalibrationStage } from './calibrate-stage.ts';
import { calibrationText } from './calibrate-text.ts';
import { keepCalibration, thisHost } from './host-ceiling.ts';
import { withProgress } from './with-progress.ts';

/** With the start of two simulated servers and the short answers, 40 seconds and three minutes at most. */
const efforts = {
  quick: { rounds: 3, closeEnough: 0.3, shares: [0.1], searchMillis: 28_000 },
  full: { rounds: 4, closeEnough: 0.15, shares: [0.1, 0.25, 0.5, 0.75, 0.9], searchMillis: 140_000 },
} as const satisfies Readonly<Record<string, Omit<CalibrationEffort, 'workers'>>>;

const shortAnswers = {
  users: 32,
  requests: { quick: 1_000, full: 4_000 },
  tokens: 4,
  deadlineMillis: { quick: 5_000, full: 15_000 },
} as const;

/** Finds the highest load that this host measures truly, and keeps it; returns the exit code. */
export const calibrate = (flags: CalibrateFlags, context: CommandContext): Promise<number> =>
  withProgress(flags, context, (within) => calibrateWithin(flags, within));

async function calibrateWithin(flags: CalibrateFlags, context: RunContext): Promise<number> {
  const workers =
    flags.workers === undefined || flags.workers === 'auto'
      ? 'auto'
      : positiveWhole('--workers', flags.workers);
  const kind = flags.quick === true ? 'quick' : 'full';
  const say = (text: string): void => {
    if (context.progress !== 'none') context.stderr.write(`${text}\n`);
  };
  const words = wordsOf(context.language).calibrate;
  const interrupt = watchCalibrationInterrupt();
  try {
    const levels = await searchCeiling({ ...efforts[kind], workers }, interrupt, { say, words });
    say(words.shortAnswers);
    const answers = await measureShortAnswers(kind, workers, interrupt);
    return conclude(levels, answers, { asJson: flags.json === true, context });
  } catch (error) {
    // What an interrupt cuts short fails in many ways; they all say the same.
    interrupt.check();
    throw error;
  } finally {
    interrupt.close();
  }
}

type ShortAnswers = { readonly requestsPerSecond: number | null; readonly workers: number };

/**
 * Prints the ceiling, and keeps it. Nothing is kept where there is none, or where other programs hid it: later runs would be
 * held against what those left over. An earlier ceiling stays.
 */
function conclude(
  levels: readonly CalibrationLevel[],
  { requestsPerSecond, workers }: ShortAnswers,
  { asJson, context }: { readonly asJson: boolean; readonly context: CommandContext },
): number {
  const ceiling = hostCeiling(levels);
  const calibration: HostCalibration | null =
    ceiling === null
      ? null
      : {
          ...thisHost(),
          ceilingEventsPerSecond: ceiling,
          bounded: ceilingIsBounded(levels),
          requestsPerSecond,
          workers,
          levels: errorsUpToCeiling(levels, ceiling),
          calibratedAt: new Date().toISOString(),
        };
  const problem = problemWith(levels, calibration, wordsOf(context.language).calibrate);
  const keptIn = calibration === null || problem !== null ? null : keepCalibration(calibration, context);
  context.stdout.write(
    asJson
      ? `${JSON.stringify({ calibration, requestsPerSecond, levels, keptIn }, null, 2)}\n`
      : calibrationText({ calibration, levels, requestsPerSecond, keptIn, language: context.language }),
  );
  if (problem === null) return exitCodes.ok;
  context.stderr.write(`kneepoint: ${problem}\n`);
  return exitCodes.resultInvalid;
}

/** Why there is nothing to keep, with what to do next; `null` where there is. */
function problemWith(
  levels: readonly CalibrationLevel[],
  calibration: HostCalibration | null,
  words: CalibrateWords,
): string | null {
  const isHidden = levels.some((level) => levelFaults(level).includes('host-busy'));
  if (isHidden && calibration?.bounded !== true) return `${words.hidden}\n  ${words.hiddenHint}`;
  if (calibration !== null) return null;
  return `${words.noLevel}\n  ${words.noLevelHint}`;
}

/** How many short answers a second this host gets through; what the ceiling in events says nothing about. */
async function measureShortAnswers(
  kind: 'quick' | 'full',
  workers: number | 'auto',
  interrupt: CalibrationInterrupt,
): Promise<ShortAnswers> {
  const simulation = await startCalibrationSimulation({ firstToken: 0, step: 0 }, interrupt.signal);
  try {
    const load = {
      users: shortAnswers.users,
      requests: shortAnswers.requests[kind],
      outputTokens: fixedNumber(shortAnswers.tokens),
      workers,
      deadlineMillis: shortAnswers.deadlineMillis[kind],
    };
    const { url } = simulation;
    const { stage } = await runCalibrationStage(load, { url, interrupt, recordsPath: null });
    return { requestsPerSecond: stage.metrics.requestThroughput.value, workers: stage.generator.workers };
  } finally {
    simulation.stop();
  }
}
