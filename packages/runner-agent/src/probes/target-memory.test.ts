import type { MemoryOwner, MemoryPhase, MemoryPhaseName } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { targetMemory } from './target-memory.ts';

const measured = (phase: MemoryPhaseName, owner: MemoryOwner, median: number, max = median): MemoryPhase => ({
  phase,
  owner,
  kind: 'measured',
  unit: 'bytes',
  median,
  min: 0,
  max,
  samples: 5,
  reason: null,
  source: 'nvml',
});
const gpu = (index: number): MemoryOwner => ({ kind: 'device', index });
const host: MemoryOwner = { kind: 'host', measure: 'resident' };

test('GPUs are added up, the peak by what was greatest; memory of the host is left out beside them', () => {
  const memory = targetMemory([
    measured('empty', gpu(0), 500),
    measured('loaded', gpu(0), 9000),
    measured('loaded', gpu(1), 8000),
    measured('loaded', host, 77),
    measured('peak', gpu(0), 9500, 9900),
  ]);
  expect(memory.empty).toEqual({ kind: 'measured', unit: 'bytes', value: 500, reason: null });
  expect(memory.loaded).toMatchObject({ kind: 'derived', value: 17_000 });
  expect(memory.peak).toMatchObject({ kind: 'measured', value: 9900 });
  expect(memory.inference).toMatchObject({ value: null, reason: 'the phase inference was not sampled' });
});

test('without GPUs it is what is resident on the host, and nothing before the server starts', () => {
  const shared: MemoryOwner = { kind: 'host', measure: 'private' };
  const memory = targetMemory([measured('loaded', host, 700), measured('loaded', shared, 300)]);
  expect(memory.loaded).toMatchObject({ kind: 'measured', value: 700 });
  expect(memory.empty).toMatchObject({
    value: null,
    reason: 'before it starts a server has no processes on the host',
  });
});

test('a sum with a part that was not sampled is unknown', () => {
  const lost: MemoryPhase = {
    ...measured('loaded', gpu(1), 0),
    kind: 'unknown',
    median: null,
    min: null,
    max: null,
    samples: 0,
    reason: 'no sample lies in this span',
  };
  const memory = targetMemory([measured('loaded', gpu(0), 9000), lost]);
  expect(memory.loaded).toMatchObject({
    kind: 'unknown',
    value: null,
    reason: 'no sample lies in this span',
  });
});
