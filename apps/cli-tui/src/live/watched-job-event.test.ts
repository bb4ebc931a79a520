import type { JobEvent } from '@kneepoint/runner-agent';
import { expect, test } from 'vitest';
import { everyEvent } from './testing/run-events.ts';
import { watchedJobEvent } from './watched-job-event.ts';

const recorded = { id: 7, at: '2026-11-24T12:00:00.000Z' };

test("a run's event comes through without the job's number and time", () => {
  expect(watchedJobEvent({ ...everyEvent.deployment, ...recorded })).toEqual(everyEvent.deployment);
});

test('a sample of the probes is the GPUs that it read', () => {
  const sample = { gpus: [{ at: 1, devices: [{ index: 0, memoryUsedBytes: 5, utilizationPercent: 50 }] }] };
  const probe: JobEvent = {
    kind: 'probe',
    sample,
    gpus: [{ index: 0, name: 'RTX 5090', memoryTotal: 32 }],
    ...recorded,
  };
  const gpu = {
    name: 'RTX 5090',
    memoryUsed: 5,
    memoryTotal: 32,
    utilization: 0.5,
    power: null,
    temperature: null,
  };
  expect(watchedJobEvent(probe)).toEqual({ kind: 'gpus', gpus: [gpu] });
});

test('a sample without GPUs, and a gap in the events, are of no use to a screen', () => {
  expect(watchedJobEvent({ kind: 'probe', sample: { gpus: [] }, gpus: [], ...recorded })).toBeNull();
  expect(watchedJobEvent({ kind: 'events-skipped', from: 1, to: 2 })).toBeNull();
});
