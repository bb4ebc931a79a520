import { expect, test } from 'vitest';
import { recordedFiles } from '../environment/testing/recorded-files.ts';
import type { GpuProcess } from '../gpu/gpu-reader.ts';
import { HostLoad } from './host-load.ts';
import { Sampler } from './sampler.ts';
import { type SubjectReader, unreadSubject } from './subject-reader.ts';
import { deviceReading, preparedGpu } from './testing/fake-gpu-reader.ts';

const host = new HostLoad(recordedFiles({}));

function serverOf(pids: readonly number[], cpuSeconds: readonly number[] = []): SubjectReader {
  let turn = 0;
  return {
    read: () => ({
      residentBytes: 4096,
      privateBytes: 2048,
      chargedBytes: null,
      cpuSeconds: cpuSeconds[turn++] ?? 0,
      pids: new Set(pids),
      source: 'proc',
      reason: null,
    }),
  };
}

function heldOn(processes: readonly GpuProcess[] | null, pids: readonly number[]): number | null | undefined {
  const gpu = preparedGpu([[{ at: 1, devices: [deviceReading({ processes })] }]]);
  const sampler = new Sampler({ gpu, host }, { now: () => 0 });
  sampler.watch('vllm', serverOf(pids));
  return sampler.sample().gpus[0]?.devices[0]?.servers['vllm'];
}

test("a server's memory on a GPU is that of all its processes there", () => {
  const processes = [
    { pid: 1, usedBytes: 100 },
    { pid: 2, usedBytes: 30 },
    { pid: 9, usedBytes: 5000 },
  ];
  expect(heldOn(processes, [1, 2, 3])).toBe(130);
});

test('a process whose memory is not told makes the sum unknown', () => {
  expect(
    heldOn(
      [
        { pid: 1, usedBytes: 100 },
        { pid: 2, usedBytes: null },
      ],
      [1, 2],
    ),
  ).toBeNull();
});

test('no process at all on a GPU is zero bytes; only strangers on it are no proof of that', () => {
  expect(heldOn([], [1])).toBe(0);
  expect(heldOn([{ pid: 9, usedBytes: 5000 }], [1])).toBeNull();
  expect(heldOn(null, [1])).toBeNull();
});

test('busy cores are CPU time over time since the sample before, unknown in the first', () => {
  let now = 0;
  const sampler = new Sampler({ gpu: null, host }, { now: () => now });
  sampler.watch('vllm', serverOf([1], [0, 0.5]));
  expect(sampler.sample().subjects[0]).toMatchObject({
    name: 'vllm',
    cores: null,
    residentBytes: 4096,
    processes: 1,
  });
  now = 200_000;
  expect(sampler.sample().subjects[0]?.cores).toBeCloseTo(2.5, 9);
});

test('a server that is forgotten is in no later sample; a lost GPU is a problem that is told', () => {
  const sampler = new Sampler({ gpu: preparedGpu([]), host }, { now: () => 0 });
  sampler.watch('vllm', { read: () => unreadSubject('proc', 'the process has ended') });
  expect(sampler.sample().subjects[0]?.reason).toBe('the process has ended');
  sampler.forget('vllm');
  const sample = sampler.sample();
  expect(sample.subjects).toEqual([]);
  expect(sample.gpuProblem).toBe('no GPU answers any more');
});
