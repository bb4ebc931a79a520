import { expect, test } from 'vitest';
import { gpuIdentity } from './gpu-identity.ts';
import type { GpuReader } from './gpu-reader.ts';
import { openNvmlReader } from './nvml-reader.ts';
import { buildFakeNvml, compilerProblem, type FakeHost } from './testing/build-fake-nvml.ts';

const problem = compilerProblem();
if (problem !== null) console.warn(`the tests of NVML are skipped: ${problem}`);
const testNvml = test.skipIf(problem !== null);

async function openFake(host: FakeHost, flags: readonly string[] = []): Promise<GpuReader> {
  const opened = await openNvmlReader(buildFakeNvml(host, flags));
  if (opened.kind === 'none') throw new Error(opened.reason);
  return opened.reader;
}

const mebibytes = (count: number): number => count * 2 ** 20;

testNvml('an RTX 5090 is told with its compute capability, and its unique id only as a hash', async () => {
  const reader = await openFake('rtx5090');
  const [facts] = await reader.facts();
  expect(facts).toMatchObject({
    index: 0,
    name: { value: 'NVIDIA GeForce RTX 5090', source: 'nvml', reason: null },
    memoryBytes: { value: mebibytes(32_607) },
    driver: { value: '575.57.08' },
    cuda: { value: '12.9' },
    computeCapability: { value: '12.0' },
    maxSmClockMegahertz: { value: 3090 },
    maxMemoryClockMegahertz: { value: 13_801 },
    powerLimitWatts: { value: 575 },
    identity: { value: gpuIdentity('GPU-11112222-3333-4444-5555-666677778888') },
  });
  expect(JSON.stringify(facts)).not.toContain('1111');
  reader.close();
});

testNvml(
  'a reading holds every figure of the device in its unit, stamped with the instant of the call',
  async () => {
    const reader = await openFake('rtx5090');
    expect(reader.read(5_000)).toEqual([
      {
        at: 5_000,
        devices: [
          {
            index: 0,
            memoryUsedBytes: mebibytes(29_000),
            utilizationPercent: 97,
            memoryUtilizationPercent: 61,
            powerWatts: 412.345,
            energyJoules: 1082.469,
            temperatureCelsius: 71,
            smClockMegahertz: 2617,
            memoryClockMegahertz: 13_801,
            throttle: ['power-cap'],
            processes: [
              { pid: 4000, usedBytes: mebibytes(100) },
              { pid: 4001, usedBytes: null },
            ],
          },
        ],
      },
    ]);
    expect(reader.read(205_000)[0]?.devices[0]?.energyJoules).toBeCloseTo(1164.938, 6);
    reader.close();
  },
);

testNvml(
  'a driver without the newer functions is read by the older ones, and what it lacks is unknown',
  async () => {
    const reader = await openFake('rtx5090', ['OLD_DRIVER']);
    const device = reader.read(0)[0]?.devices[0];
    expect(device).toMatchObject({
      memoryUsedBytes: mebibytes(29_500),
      energyJoules: null,
      throttle: ['power-cap'],
      processes: [
        { pid: 4000, usedBytes: mebibytes(100) },
        { pid: 4001, usedBytes: null },
      ],
    });
    reader.close();
  },
);

testNvml('what a GPU does not support is unknown: what the call before wrote is not read again', async () => {
  const reader = await openFake('rtx5090', ['NO_POWER']);
  expect(reader.read(0)[0]?.devices[0]).toMatchObject({ powerWatts: null, temperatureCelsius: 71 });
  reader.close();
});

testNvml('an H100 with two hundred processes and clocks held down by heat is read whole', async () => {
  const reader = await openFake('h100');
  const [facts] = await reader.facts();
  expect(facts?.computeCapability.value).toBe('9.0');
  expect(facts?.cuda.value).toBe('12.4');
  const device = reader.read(0)[0]?.devices[0];
  expect(device?.throttle).toEqual(['hardware-slowdown', 'software-thermal', 'hardware-thermal']);
  expect(device?.processes).toHaveLength(200);
  expect(device?.processes?.at(-1)).toEqual({ pid: 4199, usedBytes: mebibytes(299) });
  reader.close();
});

testNvml('a driver that is not loaded is the reason why there is no reader', async () => {
  expect(await openNvmlReader(buildFakeNvml('notLoaded'))).toEqual({
    kind: 'none',
    reason: 'the NVIDIA driver is not loaded',
  });
});

testNvml('after it is closed a reader calls the driver no more', async () => {
  const reader = await openFake('rtx5090');
  reader.close();
  expect(reader.read(0)).toEqual([]);
});

test('a host without the library says so', async () => {
  const opened = await openNvmlReader('libnvidia-ml-that-nobody-has.so.1');
  expect(opened).toEqual({
    kind: 'none',
    reason: "the NVIDIA driver's library libnvidia-ml.so.1 cannot be loaded",
  });
});
