import type { GpuDevice, GpuView, SampleSpread } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { catalogues } from '../catalogue/catalogues.ts';
import { reportContext } from '../model/report-context.ts';
import { buildResult, buildStage, buildTarget, figure, unknownFigure } from '../testing/index.ts';
import { gpuSection } from './performance-gpu.ts';

const spread = (unit: string, median: number | null): SampleSpread => ({
  kind: median === null ? 'unknown' : 'measured',
  unit,
  median,
  min: median,
  max: median,
  samples: median === null ? 0 : 10,
  reason: median === null ? 'the GPU does not tell' : null,
});

const device = (index: number, percent: number, watts: number | null): GpuDevice => ({
  index,
  name: 'NVIDIA RTX 5090',
  utilization: spread('%', percent),
  memoryUtilization: spread('%', 50),
  memoryUsed: spread('bytes', 3e10),
  power: spread('W', watts),
  energy: unknownFigure('J', 'not sampled'),
  temperature: spread('°C', 60),
  smClock: spread('MHz', 2000),
  memoryClock: spread('MHz', 1000),
  throttled: { share: index / 10, samples: 10, byReason: {}, reason: null },
});

const view = (devices: readonly GpuDevice[]): GpuView => ({
  source: 'nvml',
  start: 0,
  end: 1,
  rateHz: 10,
  samples: 10,
  gaps: [],
  devices: [...devices],
  energyPerOutputToken: figure('J/token', 0.4567),
  reason: null,
});

function rowsOf(devices: readonly GpuDevice[]) {
  const stage = buildStage(
    { target: 'vllm', load: { loop: 'closed', users: 5, thinkTime: null }, tokensPerSecond: 100 },
    { gpu: view(devices) },
  );
  const context = reportContext(buildResult([stage], [buildTarget('vllm')]), catalogues.en);
  return gpuSection(context).flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : [],
  );
}

test('the power is that of all GPUs, and shares are of the busiest', () => {
  expect(rowsOf([device(0, 80, 400), device(1, 90, 300)])).toEqual([
    ['5 users', 'vllm', '90%', '700 W', '0.46 J', '10%'],
  ]);
});

test('a power that one GPU does not tell is no sum', () => {
  expect(rowsOf([device(0, 80, 400), device(1, 90, null)])).toEqual([
    ['5 users', 'vllm', '90%', '0.46 J', '10%'],
  ]);
});

test('where nobody watched a GPU there is nothing', () => {
  expect(rowsOf([])).toEqual([]);
});
