import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StageLimit, WarmupLimit } from '../plan/planned-stage.ts';
import { createRandom } from '../random/create-random.ts';
import { createSchedule } from '../schedule/create-schedule.ts';
import { micros } from '../units/units.ts';
import { MeasuredArrivals } from './measured-arrivals.ts';

const perMillisecond = createSchedule({
  plan: { kind: 'constant', requestsPerSecond: 1000 },
  end: {},
  random: createRandom('arrivals'),
  trace: null,
});

/** Walks through the arrivals of one worker of several. */
function walk(warmup: WarmupLimit, stop: StageLimit, first = 0, step = 1) {
  const arrivals = new MeasuredArrivals(perMillisecond, warmup, stop);
  const log = { warm: 0, measured: [] as number[], firsts: [] as number[], lasts: [] as number[] };
  for (let index = first; !arrivals.isBeyond(index); index += step) {
    const instant = perMillisecond.at(index) ?? -1;
    if (arrivals.isWarmup(index, instant)) {
      log.warm++;
      continue;
    }
    log.measured.push(index);
    if (arrivals.isFirst(index)) log.firsts.push(index);
    if (arrivals.isLast(index)) log.lasts.push(index);
  }
  return log;
}

test('a counted stage measures as many as asked for behind a timed warm-up', () => {
  const log = walk({ kind: 'duration', micros: micros(5000) }, { kind: 'requests', count: 3 });
  expect(log).toEqual({ warm: 5, measured: [5, 6, 7], firsts: [5], lasts: [7] });
});

test('a timed stage counts its time from the warm-up’s end', () => {
  const timed = walk({ kind: 'duration', micros: micros(2500) }, { kind: 'duration', micros: micros(2000) });
  expect(timed.measured).toEqual([3, 4]);
  const counted = walk({ kind: 'requests', count: 4 }, { kind: 'duration', micros: micros(2000) });
  expect(counted.measured).toEqual([4, 5]);
});

test('a warm-up of open length ends when somebody says so', () => {
  const arrivals = new MeasuredArrivals(
    perMillisecond,
    { kind: 'steady', micros: micros(1_000_000) },
    { kind: 'requests', count: 2 },
  );
  expect(arrivals.isWarmup(7, 7000)).toBe(true);
  arrivals.endWarmup(7500);
  expect([arrivals.isWarmup(7, 7000), arrivals.isWarmup(8, 8000)]).toEqual([true, false]);
  expect([arrivals.isFirst(8), arrivals.isLast(9), arrivals.isBeyond(10)]).toEqual([true, true, true]);
});

test('several workers find the same first and last arrival, and measure each arrival once', () => {
  const limit = fc.oneof(
    fc.integer({ min: 1, max: 20 }).map((count): StageLimit => ({ kind: 'requests', count })),
    fc
      .integer({ min: 1, max: 20_000 })
      .map((time): StageLimit => ({ kind: 'duration', micros: micros(time) })),
  );
  fc.assert(
    fc.property(limit, limit, fc.integer({ min: 1, max: 4 }), (warmup, stop, workers) => {
      const alone = walk(warmup, stop);
      const parts = Array.from({ length: workers }, (_, index) => walk(warmup, stop, index, workers));
      const all = (pick: (part: typeof alone) => readonly number[]): number[] =>
        parts.flatMap((part) => pick(part)).toSorted((left, right) => left - right);
      expect(all((part) => part.measured)).toEqual(alone.measured);
      expect(all((part) => part.firsts)).toEqual(alone.firsts);
      expect(all((part) => part.lasts)).toEqual(alone.lasts);
    }),
  );
});
