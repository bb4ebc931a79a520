import { gpuViewSchema, memoryPhasesSchema, sampleSeriesSchema } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { describeHostCpu, describeServerCpu } from './describe-cpu.ts';
import { describeGpus } from './describe-gpus.ts';
import { describeMemoryPhases } from './describe-memory-phases.ts';
import { type ProbeOrigin, ProbeRecord } from './probe-record.ts';
import type { DeviceSample, ProbeSample, SubjectSample } from './probe-sample.ts';
import { deviceReading } from './testing/fake-gpu-reader.ts';
import { throttleFindings } from './throttled-share.ts';

const origin: ProbeOrigin = {
  gpuSource: 'nvml',
  gpuReason: null,
  gpuNames: { 0: 'NVIDIA GeForce RTX 5090' },
  rateHz: 5,
};

function device(told: Partial<DeviceSample>): DeviceSample {
  const { processes, ...figures } = deviceReading();
  return { ...figures, servers: {}, ...told };
}

const subject = (residentBytes: number): SubjectSample => ({
  name: 'vllm',
  residentBytes,
  privateBytes: residentBytes / 2,
  chargedBytes: null,
  processes: 3,
  cores: null,
  source: 'proc',
  reason: null,
});

const sampleAt = (
  at: number,
  devices: readonly DeviceSample[],
  subjects: readonly SubjectSample[] = [],
): ProbeSample => ({
  at,
  gpus: devices.length === 0 ? [] : [{ at, devices }],
  gpuProblem: null,
  subjects,
  host: null,
});

function recordOf(
  samples: readonly ProbeSample[],
  changed: Partial<ProbeOrigin> = {},
  capacity?: number,
): ProbeRecord {
  const record = new ProbeRecord({ ...origin, ...changed }, capacity);
  for (const sample of samples) record.add(sample);
  return record;
}

test("a stage's view of its GPU holds spreads, energy, throttling and gaps, in the result's shape", () => {
  const watts = [100, 300, 200, 300, 300, 300];
  const samples = watts.map((powerWatts, turn) =>
    sampleAt(turn * 200_000, [
      device({
        powerWatts,
        energyJoules: 1000 + turn * 60,
        throttle: turn === 3 ? ['software-thermal'] : [],
      }),
    ]),
  );
  const view = describeGpus(recordOf(samples), { start: 0, end: 1_000_000 }, 150);
  expect(gpuViewSchema.parse(view)).toEqual(view);
  expect(view).toMatchObject({ source: 'nvml', samples: 6, gaps: [], reason: null });
  expect(view.devices[0]?.power).toMatchObject({ median: 300, min: 100, max: 300, samples: 6 });
  expect(view.devices[0]?.energy.value).toBe(300);
  expect(view.energyPerOutputToken).toMatchObject({ kind: 'derived', unit: 'J/token', value: 2 });
  expect(view.devices[0]?.temperature.kind).toBe('unknown');
  expect(throttleFindings(view)).toEqual([
    {
      code: 'gpu-throttled',
      severity: 'warning',
      device: 0,
      name: 'NVIDIA GeForce RTX 5090',
      share: 1 / 6,
      byReason: { 'software-thermal': 1 / 6 },
    },
  ]);
});

test('a GPU at its power cap alone is a note', () => {
  const samples = [0, 200_000].map((at) => sampleAt(at, [device({ throttle: ['power-cap'] })]));
  const view = describeGpus(recordOf(samples), { start: 0, end: 200_000 }, null);
  expect(throttleFindings(view)).toMatchObject([{ severity: 'note', share: 1 }]);
});

test('a host without a GPU has no devices and says why', () => {
  const record = recordOf([sampleAt(0, [])], { gpuSource: null, gpuReason: 'no NVIDIA driver' });
  const view = describeGpus(record, { start: 0, end: 1_000_000 }, 10);
  expect(view).toMatchObject({ source: null, devices: [], samples: 0, gaps: [], reason: 'no NVIDIA driver' });
  expect(view.energyPerOutputToken).toMatchObject({ value: null, reason: 'no NVIDIA driver' });
  expect(throttleFindings(view)).toEqual([]);
});

test('each phase has the memory of the GPU, of the server on it and of the server on the host', () => {
  const samples = [
    sampleAt(0, [device({ memoryUsedBytes: 500 })]),
    sampleAt(1_000_000, [device({ memoryUsedBytes: 9500, servers: { vllm: 9000 } })], [subject(700)]),
    sampleAt(1_200_000, [device({ memoryUsedBytes: 9700, servers: { vllm: 9200 } })], [subject(900)]),
  ];
  const phases = describeMemoryPhases(recordOf(samples), 'vllm', [
    { phase: 'empty', start: 0, end: 100_000 },
    { phase: 'loaded', start: 1_000_000, end: 1_300_000 },
    { phase: 'peak', start: 5_000_000, end: 6_000_000 },
  ]);
  expect(memoryPhasesSchema.parse(phases)).toEqual(phases);
  const told = phases.map(({ max, median, min, owner, phase }) => [phase, owner, min, median, max]);
  expect(told).toEqual([
    ['empty', { kind: 'device', index: 0 }, 500, 500, 500],
    ['loaded', { kind: 'device', index: 0 }, 9500, 9600, 9700],
    ['loaded', { kind: 'server-on-device', index: 0 }, 9000, 9100, 9200],
    ['loaded', { kind: 'host', measure: 'resident' }, 700, 800, 900],
    ['loaded', { kind: 'host', measure: 'private' }, 350, 400, 450],
    ['peak', { kind: 'device', index: 0 }, null, null, null],
    ['peak', { kind: 'server-on-device', index: 0 }, null, null, null],
    ['peak', { kind: 'host', measure: 'resident' }, null, null, null],
    ['peak', { kind: 'host', measure: 'private' }, null, null, null],
  ]);
});

test('a server that nobody watched is unknown with the reason', () => {
  const [phase] = describeMemoryPhases(recordOf([sampleAt(0, [])]), 'vllm', [
    { phase: 'warm', start: 0, end: 9 },
  ]);
  expect(phase).toMatchObject({
    kind: 'unknown',
    reason: "the server's processes were not watched",
    samples: 0,
  });
});

test('a record keeps the newest samples, and no more than a tenth above its capacity', () => {
  const samples = Array.from({ length: 1000 }, (_, turn) => sampleAt(turn, [device({})], [subject(turn)]));
  const record = recordOf(samples, {}, 100);
  expect(record.gpus.length).toBeLessThanOrEqual(110);
  expect(record.gpus.at(-1)?.at).toBe(999);
  expect(record.subject('vllm').length).toBeLessThanOrEqual(110);
});

test('cores that the server kept busy and the share of the host are told over a span', () => {
  const busy = [null, 1.5, 2.5, 2].map(
    (cores, turn): ProbeSample => ({
      ...sampleAt(turn * 200_000, [], [{ ...subject(700), cores }]),
      host: { cpuShare: turn === 3 ? 0.75 : null, availableBytes: null },
    }),
  );
  const record = recordOf(busy);
  const span = { start: 0, end: 600_000 };
  expect(describeServerCpu(record, 'vllm', span)).toMatchObject({
    unit: 'cores',
    median: 2,
    max: 2.5,
    samples: 3,
  });
  expect(describeHostCpu(record, span)).toMatchObject({ unit: 'share', median: 0.75, samples: 1 });
  expect(describeServerCpu(record, 'sglang', span).reason).toBe("the server's processes were not watched");
});

test('a run has a series of each quantity that was told, in the shape of the result', () => {
  const samples = [0, 200_000, 900_000].map((at, turn) =>
    sampleAt(at, [device({ memoryUsedBytes: 500 + turn, servers: { vllm: 400 } })], [subject(700)]),
  );
  const series = recordOf(samples).series.recorded();
  for (const one of series) expect(sampleSeriesSchema.parse(one)).toEqual(one);
  expect(series.map(({ subject: told }) => [told.kind, told.quantity])).toEqual([
    ['device', 'memoryUsed'],
    ['server-on-device', 'memoryUsed'],
    ['server', 'residentMemory'],
  ]);
  expect(series[0]).toMatchObject({ unit: 'bytes', step: 200_000 });
  expect(series[0]?.points.map(({ mean, start }) => [start, mean])).toEqual([
    [0, 500],
    [200_000, 501],
    [800_000, 502],
  ]);
});

test('probes that ended say so where nothing was sampled', () => {
  const record = recordOf([]);
  record.fail('the probes ended: out of memory');
  expect(describeGpus(record, { start: 0, end: 9 }, null).reason).toBe('the probes ended: out of memory');
});
