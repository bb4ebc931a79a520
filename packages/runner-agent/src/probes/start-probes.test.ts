import { expect, test } from 'vitest';
import { recordedFiles } from '../environment/testing/recorded-files.ts';
import { HostLoad } from './host-load.ts';
import { Sampler } from './sampler.ts';
import { startProbes } from './start-probes.ts';

/** Probes on a clock that the test turns; each timer fires `delays[n]` milliseconds off its time. */
function sampleWith(rateHz: number, delays: readonly number[]) {
  let now = 1_000_000;
  let pending: { callback: () => void; millis: number } | null = null;
  const stamps: number[] = [];
  const clock = { now: () => now };
  const probes = startProbes(new Sampler({ gpu: null, host: new HostLoad(recordedFiles({})) }, clock), {
    clock,
    rateHz,
    onSample: ({ at }) => stamps.push((at - 1_000_000) / 1000),
    timer: (callback, millis) => {
      pending = { callback, millis };
      return () => {
        pending = null;
      };
    },
  });
  const fire = (delay: number): void => {
    const due = pending;
    pending = null;
    if (due === null) return;
    now += (due.millis + delay) * 1000;
    due.callback();
  };
  for (const delay of delays) fire(delay);
  return { stamps, probes, waits: () => pending !== null };
}

test('samples lie on a grid that late timers do not shift', () => {
  expect(sampleWith(5, [0, 30, 0, 10, 0]).stamps).toEqual([0, 200, 430, 600, 810, 1000]);
});

test('a turn that is late by several periods leaves a gap and no bunch of samples', () => {
  expect(sampleWith(5, [0, 650, 0]).stamps).toEqual([0, 200, 1050, 1200]);
});

test('a timer that fires a little early does not sample the same instant twice', () => {
  expect(sampleWith(5, [-1, 0, 0]).stamps).toEqual([0, 199, 400, 600]);
});

test('a rate outside of 5 to 10 a second is held to it', () => {
  expect(sampleWith(100, [0, 0]).stamps).toEqual([0, 100, 200]);
  expect(sampleWith(1, [0, 0]).stamps).toEqual([0, 200, 400]);
});

test('stopped probes wait for no timer', () => {
  const { probes, waits } = sampleWith(5, [0]);
  expect(waits()).toBe(true);
  probes.stop();
  expect(waits()).toBe(false);
});
