import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { localCommands } from '../environment/command-runner.ts';
import type { GpuReader, GpuReading } from './gpu-reader.ts';
import { openSmiReader } from './smi-reader.ts';
import { type SmiShape, stubSmi } from './testing/stub-smi.ts';

const now = (): number => Math.round(performance.now() * 1000);

async function openStub(shape: SmiShape): Promise<GpuReader> {
  const opened = await openSmiReader({ run: localCommands, file: stubSmi(shape), now, rateHz: 20 });
  if (opened.kind === 'none') throw new Error(opened.reason);
  return opened.reader;
}

/** Reads until `enough` says so; the test's own time limit ends a wait for nothing. */
async function readUntil(reader: GpuReader, enough: (readings: readonly GpuReading[]) => boolean) {
  const readings: GpuReading[] = [];
  while (!enough(readings)) {
    readings.push(...reader.read(now()));
    await setImmediate();
  }
  return readings;
}

test('a new driver tells every fact; the unique id stays on the host', async () => {
  const reader = await openStub('new');
  const [facts] = await reader.facts();
  expect(facts).toMatchObject({
    name: { value: 'NVIDIA GeForce RTX 5090', source: 'nvidia-smi' },
    memoryBytes: { value: 32_607 * 2 ** 20 },
    driver: { value: '575.57.08' },
    cuda: { value: '12.9' },
    computeCapability: { value: '12.0' },
    powerLimitWatts: { value: 575 },
  });
  expect(JSON.stringify(facts)).not.toContain('1111');
  reader.close();
});

test('an old driver is asked again by older names, and what it does not know says so', async () => {
  const reader = await openStub('old');
  const [facts] = await reader.facts();
  expect(facts?.computeCapability).toEqual({
    value: null,
    source: 'nvidia-smi',
    reason: 'the driver is too old for it',
  });
  expect(facts?.powerLimitWatts.reason).toBe('nvidia-smi says Not Supported');
  const [reading] = await readUntil(reader, (readings) => readings.length > 0);
  expect(reading?.devices[0]).toMatchObject({ throttle: ['hardware-thermal'], powerWatts: null });
  reader.close();
});

test('samples come turn by turn with rising stamps, with the memory of processes beside them', async () => {
  const reader = await openStub('new');
  const readings = await readUntil(
    reader,
    (all) => all.length >= 3 && all.at(-1)?.devices[0]?.processes?.length === 1,
  );
  const stamps = readings.map(({ at }) => at);
  expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
  expect(readings.at(-1)?.devices).toEqual([
    {
      index: 0,
      memoryUsedBytes: 29_000 * 2 ** 20,
      utilizationPercent: 97,
      memoryUtilizationPercent: null,
      powerWatts: 412.35,
      energyJoules: null,
      temperatureCelsius: 71,
      smClockMegahertz: 2617,
      memoryClockMegahertz: 13_801,
      throttle: ['power-cap'],
      processes: [{ pid: 4000, usedBytes: 28_000 * 2 ** 20 }],
    },
  ]);
  reader.close();
});

test('a tool that ends in the middle is the reason for the gap that follows', async () => {
  const reader = await openStub('dies');
  await readUntil(reader, () => reader.problem() !== null);
  expect(reader.problem()).toBe('nvidia-smi: it ended with code 3');
  reader.close();
});

test('a tool that cannot speak with the driver is quoted', async () => {
  const opened = await openSmiReader({ run: localCommands, file: stubSmi('broken'), now, rateHz: 5 });
  expect(opened.kind === 'none' && opened.reason).toContain("couldn't communicate with the NVIDIA driver");
});

test('a host without the tool says so', async () => {
  const opened = await openSmiReader({
    run: localCommands,
    file: 'nvidia-smi-that-nobody-has',
    now,
    rateHz: 5,
  });
  expect(opened).toEqual({ kind: 'none', reason: 'nvidia-smi: it is not installed' });
});
