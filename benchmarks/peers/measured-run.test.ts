import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cpuBetween, runMeasured } from './measured-run.ts';

const spin = (millis: number): string =>
  `const used = () => process.cpuUsage().user / 1000; while (used() < ${millis});`;

/** Runs a Node program under the measurer. */
async function measure(
  code: string,
): Promise<{ usage: Awaited<ReturnType<typeof runMeasured>>; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'kneepoint-measured-'));
  try {
    const command = { program: process.execPath, arguments: ['-e', code], environment: { WORD: 'heard' } };
    const usage = await runMeasured(command, folder);
    return { usage, output: await readFile(join(folder, 'stdout.txt'), 'utf8') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('the processor time of a child of the program counts', async () => {
  const child = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(spin(300))}])`;
  const { usage } = await measure(child);
  expect(usage.cpuMicros).toBeGreaterThan(300_000);
  expect(usage.samples.at(-1)?.[1]).toBeGreaterThan(300_000);
});

test('a child that outlives the program counts as well', async () => {
  const orphan = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(spin(300))}], { detached: true, stdio: 'ignore' }).unref()`;
  const { usage } = await measure(orphan);
  expect(usage.exitCode).toBe(0);
  expect(usage.cpuMicros).toBeGreaterThan(300_000);
});

test('exit code, output, environment and memory are those of the program', async () => {
  const { usage, output } = await measure(
    'globalThis.held = Buffer.alloc(100e6, 1); console.log(process.env.WORD); process.exitCode = 5',
  );
  expect(usage.exitCode).toBe(5);
  expect(usage.timedOut).toBe(false);
  expect(output).toBe('heard\n');
  expect(usage.peakResidentBytes).toBeGreaterThan(100e6);
  expect(usage.endedMicros).toBeGreaterThan(usage.startedMicros);
});

test('processor time between two instants lies on straight lines between the samples', () => {
  const samples: [number, number][] = [
    [100, 0],
    [200, 50],
    [300, 250],
  ];
  expect(cpuBetween(samples, 150, 250)).toBe(125);
  expect(cpuBetween(samples, 0, 400)).toBe(250);
  expect(cpuBetween([], 0, 400)).toBe(0);
});
