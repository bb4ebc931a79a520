import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { largestShift, markShifts } from './support/mark-shifts.ts';
import { readRecords, readResult, stageAt } from './support/read-result.ts';
import { type KneepointEnd, newFolder, runKneepoint } from './support/run-kneepoint.ts';
import { type Simulator, startSimulator } from './support/start-simulator.ts';

const steppingClock = fileURLToPath(new URL('./support/stepping-clock.ts', import.meta.url));
/** A step is seven hours; what a shared machine adds is far below this. */
const minute = 60_000_000;

type Stepped = KneepointEnd & { readonly output: string; readonly threads: readonly string[] };

/** A run whose wall clock steps by hours, there and back, from its first moment to its last. */
async function benchWhileClockSteps(url: string, ...flags: string[]): Promise<Stepped> {
  const folder = newFolder();
  const threads = newFolder();
  const output = join(folder, 'result.json');
  const words = ['bench', url, '--input-tokens', '40', '--output-tokens', '4', '--output', output, ...flags];
  const environment = { NODE_OPTIONS: `--import=${steppingClock}`, STEPPING_CLOCK_FOLDER: threads };
  const end = await runKneepoint(words, { environment });
  return { ...end, output, threads: readdirSync(threads).toSorted() };
}

async function simulator(...flags: string[]): Promise<Simulator> {
  const running = await startSimulator('--profile', 'ideal', ...flags);
  onTestFinished(running.close);
  return running;
}

const instants = ['dispatched', 'sent', 'headers', 'firstToken', 'lastToken', 'closed'] as const;

test('a wall clock that steps by hours in a run moves no mark, no window and no end', async () => {
  const server = await simulator();
  const load = ['--users', '3,4', '--duration', '1s', '--warmup', '0'];
  const { code, stderr, output, threads } = await benchWhileClockSteps(server.url, ...load);
  expect([0, 5], stderr).toContain(code);
  // The clock stepped in the main thread and in a worker: the run's dates are hours off.
  expect(threads.length).toBeGreaterThanOrEqual(2);
  const result = readResult(output);
  expect(Math.abs(Date.parse(result.createdAt) - Date.now()) * 1000).toBeGreaterThan(minute);
  expect(result.stages.map(({ status }) => status)).toEqual(['completed', 'completed']);
  for (const { window, counts, metrics } of result.stages) {
    const length = (window.end ?? Number.NaN) - (window.start ?? Number.NaN);
    expect(length).toBeGreaterThanOrEqual(1_000_000);
    expect(length).toBeLessThan(minute);
    expect(counts).toMatchObject({ failed: 0, cut: 0 });
    expect(metrics.e2e.max ?? Number.NaN).toBeLessThan(minute);
  }
  const records = readRecords(output.replace(/\.json$/, '.requests.ndjson.gz'));
  for (const record of records) {
    const marks = instants.map((name) => Number(record[name]));
    expect(marks).toEqual(marks.toSorted((one, other) => one - other));
  }
  expect(largestShift(markShifts(records, (await server.truth()).requests))).toBeLessThan(minute);
});

test('a wall clock that steps lets arrivals come at their planned instants', async () => {
  const server = await simulator();
  const load = ['--rate', '20', '--arrivals', 'constant', '--duration', '2s', '--warmup', '0'];
  const { code, stderr, output } = await benchWhileClockSteps(server.url, ...load);
  expect([0, 5], stderr).toContain(code);
  const { counts, metrics } = stageAt(readResult(output), 0);
  expect(counts).toMatchObject({ planned: 40, completed: 40, dropped: 0 });
  expect(metrics.startLag.max ?? Number.NaN).toBeLessThan(minute);
});

test('a wall clock that steps neither ends a time-out early nor keeps it from coming', async () => {
  const server = await simulator('--fault', 'never-answer');
  const { code, output } = await benchWhileClockSteps(
    server.url,
    ...['--users', '2', '--requests', '2', '--timeout', '1s'],
  );
  expect(code).toBe(3);
  expect(stageAt(readResult(output), 0).errors).toMatchObject([{ class: 'timeout', count: 2 }]);
  for (const record of readRecords(output.replace(/\.json$/, '.requests.ndjson.gz'))) {
    const waited = Number(record['closed']) - Number(record['dispatched']);
    expect(waited).toBeGreaterThanOrEqual(990_000);
    expect(waited).toBeLessThan(minute);
  }
});
