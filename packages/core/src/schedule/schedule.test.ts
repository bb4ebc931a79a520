import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { micros } from '../units/units.ts';
import { plannedInstants } from './arrival-schedule.ts';
import { constantSchedule } from './constant-schedule.ts';
import { createSchedule } from './create-schedule.ts';
import { poissonSchedule } from './poisson-schedule.ts';

test.each([
  { rate: 2, count: 4, instants: [0, 500_000, 1_000_000, 1_500_000] },
  { rate: 3, count: 4, instants: [0, 333_333, 666_667, 1_000_000] },
  { rate: 0.5, count: 3, instants: [0, 2_000_000, 4_000_000] },
  { rate: 1_000_000, count: 3, instants: [0, 1, 2] },
  { rate: 5, count: 0, instants: [] },
])('$count constant arrivals at $rate requests/s are planned at $instants', ({ rate, count, instants }) => {
  expect(plannedInstants(constantSchedule({ requestsPerSecond: rate, count }), 100)).toEqual(instants);
});

test('the last arrival of a timed stage is earlier than its end', () => {
  const schedule = constantSchedule({ requestsPerSecond: 4, durationMicros: micros(1_000_000) });
  expect(plannedInstants(schedule, 100)).toEqual([0, 250_000, 500_000, 750_000]);
  expect(schedule.at(4)).toBeNull();
  expect(schedule.at(1_000_000)).toBeNull();
});

test('the earlier of count and duration ends the schedule', () => {
  const durationMicros = micros(1_000_000);
  expect(
    plannedInstants(constantSchedule({ requestsPerSecond: 4, count: 2, durationMicros }), 100),
  ).toHaveLength(2);
  expect(
    plannedInstants(constantSchedule({ requestsPerSecond: 4, count: 9, durationMicros }), 100),
  ).toHaveLength(4);
});

test('a constant schedule has not drifted after a million requests at an awkward rate', () => {
  expect(constantSchedule({ requestsPerSecond: 7 }).at(7_000_000)).toBe(1_000_000_000_000);
});

test('a schedule without an end is read as far as asked', () => {
  expect(plannedInstants(constantSchedule({ requestsPerSecond: 10 }), 3)).toHaveLength(3);
});

const rate = fc.double({ min: 0.01, max: 50_000, noNaN: true });

test('instants never fall, stay inside the stage and depend on the seed alone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('constant', 'poisson'),
      rate,
      fc.bigInt(),
      (arrivals, requestsPerSecond, seed) => {
        const plan = () => {
          const durationMicros = micros(2_000_000);
          const schedule = createSchedule({
            arrivals,
            requestsPerSecond,
            durationMicros,
            random: createRandom(seed),
          });
          return plannedInstants(schedule, 500);
        };
        const instants = plan();
        expect(instants).toEqual([...instants].sort((left, right) => left - right));
        expect(
          instants.every((instant) => Number.isInteger(instant) && instant >= 0 && instant < 2_000_000),
        ).toBe(true);
        expect(plan()).toEqual(instants);
      },
    ),
  );
});

test('a Poisson schedule answers the same in any order of questions', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.array(fc.nat(200), { maxLength: 20 }), (seed, questions) => {
      const options = { requestsPerSecond: 50, count: 150, durationMicros: micros(3_000_000) };
      const inOrder = plannedInstants(poissonSchedule({ ...options, random: createRandom(seed) }), 201);
      const schedule = poissonSchedule({ ...options, random: createRandom(seed) });
      expect(questions.map((index) => schedule.at(index))).toEqual(
        questions.map((index) => inOrder[index] ?? null),
      );
    }),
  );
});

test('Poisson gaps have the asked mean and an equal deviation, and seeds differ', () => {
  const instants = plannedInstants(
    poissonSchedule({ requestsPerSecond: 200, random: createRandom(5n) }),
    50_000,
  );
  const gaps = instants.map((instant, index) => instant - (instants[index - 1] ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  expect(mean / 5000).toBeCloseTo(1, 1);
  expect(deviation / mean).toBeCloseTo(1, 1);
  const other = poissonSchedule({ requestsPerSecond: 200, random: createRandom(6n) });
  expect(other.at(0)).not.toBe(instants[0]);
});

test('a Poisson stage of fixed time has a Poisson number of arrivals', () => {
  const counts = Array.from({ length: 400 }, (_, index) => {
    const random = createRandom(1n).fork(index);
    return plannedInstants(
      poissonSchedule({ requestsPerSecond: 30, durationMicros: micros(1_000_000), random }),
      1000,
    ).length;
  });
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
  expect(Math.abs(mean - 30)).toBeLessThan(1.1);
  expect(variance / mean).toBeGreaterThan(0.75);
  expect(variance / mean).toBeLessThan(1.3);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a rate of %s is refused', (requestsPerSecond) => {
  expect(() => constantSchedule({ requestsPerSecond })).toThrow(RangeError);
  expect(() => poissonSchedule({ requestsPerSecond, random: createRandom(1n) })).toThrow(RangeError);
});
