import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CalibrationLevel,
  calibrationsText,
  type HostCalibration,
  levelFaults,
  parseCalibrations,
} from '../packages/core/src/index.ts';
import { readResult, stageAt } from './support/read-result.ts';
import { hasMeasured, newFolder, runKneepoint, startKneepoint } from './support/run-kneepoint.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal', '--step-ms', '5', '--ttft-ms', '10');
});
afterAll(() => simulator.close());

const keptIn = (dataFolder: string): string => join(dataFolder, 'kneepoint', 'calibration.json');

/** Keeps a ceiling for this host, as a calibration would. Returns the folder of data. */
function keepCeiling(ceilingEventsPerSecond: number): string {
  const dataFolder = newFolder();
  const calibration: HostCalibration = {
    host: hostname(),
    cpuModel: cpus()[0]?.model.trim() ?? 'unknown',
    cores: Math.max(1, cpus().length),
    nodeMajor: Number.parseInt(process.versions.node, 10),
    ceilingEventsPerSecond,
    bounded: true,
    requestsPerSecond: null,
    workers: 1,
    levels: [],
    calibratedAt: '2026-01-01T00:00:00.000Z',
  };
  mkdirSync(dirname(keptIn(dataFolder)), { recursive: true });
  writeFileSync(keptIn(dataFolder), calibrationsText([calibration]));
  return dataFolder;
}

async function benchedStage(dataFolder: string) {
  const output = join(newFolder(), 'result.json');
  const load = ['--users', '4', '--requests', '40', '--input-tokens', '40', '--output-tokens', '8'];
  const end = await runKneepoint(['bench', simulator.url, ...load, '--output', output, '--quiet'], {
    environment: { XDG_DATA_HOME: dataFolder },
  });
  expect(end, end.stderr).toSatisfy(hasMeasured);
  return stageAt(readResult(output), 0);
}

type Said = {
  readonly calibration: HostCalibration | null;
  readonly levels: readonly CalibrationLevel[];
  readonly keptIn: string | null;
};

test('a quick calibration finds a ceiling and how true each level was, and a later run reads it', async () => {
  const dataFolder = newFolder();
  const end = await runKneepoint(['calibrate', '--quick', '--json'], {
    environment: { XDG_DATA_HOME: dataFolder },
  });
  const { calibration, levels, ...said } = JSON.parse(end.stdout) as Said;
  expect(levels.length).toBeGreaterThan(0);
  if (calibration === null || said.keptIn === null) {
    // Beside other work there may be nothing to find; then it has to say so.
    expect(end.code, end.stderr).toBe(5);
    expect(end.stderr).toMatch(/kneepoint: (other programs|this host)[^\n]+nothing was kept\n {2}\S/);
    expect(existsSync(keptIn(dataFolder))).toBe(false);
    return;
  }
  expect(end.code, end.stderr).toBe(0);
  expect(end.stderr).toMatch(/^(calibrating: [^\n]+\n)+$/);
  expect(said.keptIn).toBe(keptIn(dataFolder));
  expect(parseCalibrations(readFileSync(keptIn(dataFolder), 'utf8'))).toEqual([calibration]);
  const carried = levels.filter((level) => levelFaults(level).length === 0);
  const ceiling = calibration.ceilingEventsPerSecond;
  expect(carried.map((level) => level.achievedEventsPerSecond)).toContain(ceiling);
  expect(calibration.levels.map(({ share }) => share)).toContain(1);
  expect(calibration.levels).toHaveLength(carried.length);
  // The simulated server writes before the client can read, so little is taken away, whatever is added.
  for (const { ttftMean, e2eMean } of calibration.levels)
    for (const added of [ttftMean, e2eMean]) expect(added).toBeGreaterThan(-500);
  expect((await benchedStage(dataFolder)).generator.ceilingEventsPerSecond).toBe(ceiling);
});

test('a run has the ceiling of its host in the result, and none where there was no calibration', async () => {
  const kept = await benchedStage(keepCeiling(54_321));
  expect(kept.generator.ceilingEventsPerSecond).toBe(54_321);
  const none = await benchedStage(newFolder());
  expect(none.generator.ceilingEventsPerSecond).toBeNull();
});

// The rule waits in beyond-ceiling.ts for its place in the verdict; with that, this becomes a plain test.
test('a stage that reads more than the ceiling of its host is suspect', async () => {
  const { trust } = await benchedStage(keepCeiling(1));
  expect(trust.verdict).not.toBe('valid');
  expect(trust.reasons).toContainEqual(expect.objectContaining({ code: 'beyond-ceiling', limit: 1 }));
});

test('Ctrl-C ends a calibration with exit code 130, and nothing is kept', async () => {
  const dataFolder = newFolder();
  const running = startKneepoint(['calibrate', '--json'], { environment: { XDG_DATA_HOME: dataFolder } });
  await new Promise<void>((resolve) => {
    running.process.stderr?.on('data', () => {
      if (running.stderr().includes('50 users')) resolve();
    });
    running.process.once('close', () => resolve());
  });
  running.process.kill('SIGINT');
  const end = await running.ended;
  expect(end.code, end.stderr).toBe(130);
  expect(end.stderr).toContain('interrupted; nothing was kept');
  expect(end.stdout).toBe('');
  expect(existsSync(keptIn(dataFolder))).toBe(false);
});
