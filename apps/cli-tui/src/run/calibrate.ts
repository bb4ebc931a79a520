import {
  type CalibrationLevel,
  ceilingIsBounded,
  exitCodes,
  fixedNumber,
  type HostCalibration,
  hostCeiling,
  levelFaults,
  nextUsers,
} from '@kneepoint/core';
import type { CommandContext } from '../command-context.ts';
import type { CalibrateFlags } from '../commands/calibrate.ts';
import { positiveWhole } from '../flags/parse-flags.ts';
import {
  calibrationPace,
  measureCalibrationLevel,
  pacedLoad,
  runCalibrationStage,
} from './calibrate-level.ts';
import { startCalibrationSimulation } from './calibrate-simulation.ts';
import { calibrationText } from './calibrate-text.ts';
import { keepCalibration, thisHost } from './host-ceiling.ts';

/** Some 5,000 events per second to begin with; beyond the most, the simulated server is the slower one on any host. */
const range = { first: 50, most: 3_200 } as const;
/** Shares of the ceiling that the table shows. */
const shares = { full: [0.1, 0.25, 0.5, 0.75, 1], quick: [0.25, 1] } as const;
const shortAnswers = { users: 32, requests: 2_000, quickRequests: 500, tokens: 4 } as const;

/** Finds the highest load that this host measures truly, and keeps it; returns the exit code. */
export async function calibrate(flags: CalibrateFlags, context: CommandContext): Promise<number> {
  const workers = flags.workers === undefined ? 'auto' : positiveWhole('--workers', flags.workers);
  const quick = flags.quick === true;
  const levels = await measureLevels({ workers, quick }, (text) => context.stderr.write(`${text}\n`));
  const answers = await measureShortAnswers({ workers, quick });
  const ceiling = hostCeiling(levels);
  const calibration: HostCalibration | null =
    ceiling === null
      ? null
      : {
          ...thisHost(),
          ceilingEventsPerSecond: ceiling,
          bounded: ceilingIsBounded(levels),
          requestsPerSecond: answers.requestsPerSecond,
          workers: answers.workers,
          calibratedAt: new Date().toISOString(),
        };
  const keptIn = calibration === null ? null : keepCalibration(calibration, context);
  const text =
    flags.json === true
      ? `${JSON.stringify({ calibration, requestsPerSecond: answers.requestsPerSecond, levels }, null, 2)}\n`
      : calibrationText({ calibration, levels, requestsPerSecond: answers.requestsPerSecond, keptIn });
  context.stdout.write(text);
  return calibration === null ? exitCodes.resultInvalid : exitCodes.ok;
}

type Effort = { readonly workers: number | 'auto'; readonly quick: boolean };

async function measureLevels(
  { workers, quick }: Effort,
  say: (text: string) => void,
): Promise<CalibrationLevel[]> {
  const simulation = await startCalibrationSimulation(calibrationPace);
  const levels: CalibrationLevel[] = [];
  const measure = async (users: number): Promise<void> => {
    say(`calibrating: ${users} users`);
    levels.push(await measureCalibrationLevel(simulation, pacedLoad(users, quick ? 2 : 3, workers)));
  };
  try {
    // The simulated server's own code is compiled here; its first answers are slower than all later ones.
    await runCalibrationStage(simulation.url, pacedLoad(range.first, 1, workers));
    const tried = () =>
      levels.map((level) => ({ users: level.users, carried: levelFaults(level).length === 0 }));
    for (let users = nextUsers(tried(), range); users !== null; users = nextUsers(tried(), range))
      await measure(users);
    for (const users of tableUsers(levels, quick ? shares.quick : shares.full)) await measure(users);
  } finally {
    simulation.stop();
  }
  return levels;
}

/** Loads between nothing and the ceiling that were not measured yet. */
function tableUsers(levels: readonly CalibrationLevel[], wanted: readonly number[]): number[] {
  const carried = levels.filter((level) => levelFaults(level).length === 0).map(({ users }) => users);
  const most = Math.max(0, ...carried);
  const users = wanted.map((share) => Math.round(share * most)).filter((count) => count > 0);
  return [...new Set(users)].filter((count) => !levels.some((level) => level.users === count));
}

async function measureShortAnswers({ workers, quick }: Effort) {
  const simulation = await startCalibrationSimulation({ firstToken: 0, step: 0 });
  try {
    const stage = await runCalibrationStage(simulation.url, {
      users: shortAnswers.users,
      requests: quick ? shortAnswers.quickRequests : shortAnswers.requests,
      outputTokens: fixedNumber(shortAnswers.tokens),
      workers,
    });
    const requestsPerSecond = stage.metrics.requestThroughput.value;
    return { requestsPerSecond, workers: stage.generator.workers };
  } finally {
    simulation.stop();
  }
}
