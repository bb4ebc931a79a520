import { expect, test } from 'vitest';
import { gpuLabelsOf, gpuPanelOf } from './gpu-panel.ts';

const device = (index: number, changes: object = {}) => ({
  index,
  memoryUsedBytes: 30e9,
  utilizationPercent: 87,
  memoryUtilizationPercent: 40,
  powerWatts: 410.5,
  energyJoules: 1,
  temperatureCelsius: 71,
  smClockMegahertz: 2400,
  memoryClockMegahertz: 14000,
  throttle: [],
  servers: { vllm: 29e9 },
  ...changes,
});
const sample = (...gpus: readonly object[]) => ({
  at: 1,
  gpus,
  gpuProblem: null,
  subjects: [],
  host: null,
});
const fact = (value: unknown) => ({ value, source: 'nvml', reason: null });
const unknown = { value: null, source: null, reason: 'not told' };

test('the newest reading of a sample is what a panel shows, each GPU under its name', () => {
  const older = { at: 1, devices: [device(0, { utilizationPercent: 1 })] };
  const newer = { at: 2, devices: [device(1), device(0)] };
  const labels = [{ index: 0, name: 'NVIDIA GeForce RTX 5090', memoryTotal: 34e9 }];
  expect(gpuPanelOf(sample(older, newer), labels)).toEqual([
    {
      name: 'NVIDIA GeForce RTX 5090',
      memoryUsed: 30e9,
      memoryTotal: 34e9,
      utilization: 0.87,
      power: 410.5,
      temperature: 71,
    },
    {
      name: 'GPU 1',
      memoryUsed: 30e9,
      memoryTotal: null,
      utilization: 0.87,
      power: 410.5,
      temperature: 71,
    },
  ]);
});

test('what a GPU does not tell is unknown, never zero', () => {
  const silent = device(0, { utilizationPercent: null, powerWatts: null, temperatureCelsius: null });
  expect(gpuPanelOf(sample({ at: 1, devices: [silent] }))).toMatchObject([
    { utilization: null, power: null, temperature: null, memoryUsed: 30e9 },
  ]);
});

test('a sample between two readings, and something that is no sample, show nothing', () => {
  for (const nothing of [sample(), {}, null, 'x']) expect(gpuPanelOf(nothing)).toEqual([]);
});

test('names and memory of GPUs come from the facts of the host', () => {
  const gpus = fact([
    { index: 0, name: fact('A'), memoryBytes: fact(34e9), driver: unknown },
    { index: 1, name: unknown, memoryBytes: unknown, driver: unknown },
  ]);
  expect(gpuLabelsOf({ os: unknown, gpus })).toEqual([
    { index: 0, name: 'A', memoryTotal: 34e9 },
    { index: 1, name: null, memoryTotal: null },
  ]);
  for (const none of [{ gpus: unknown }, { gpus: [] }, {}]) expect(gpuLabelsOf(none)).toEqual([]);
});
