import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivalKinds } from '../plan/arrival-plan.ts';
import { createRandom } from '../random/create-random.ts';
import { createSchedule } from './create-schedule.ts';
import { arbitraryPlan } from './testing/arbitrary-plan.ts';
import { instantsOf, scheduleOf, seconds, traceOf } from './testing/planned.ts';

const some = 300;
const durationMicros = seconds(10);

test('the plans of the properties below are of every kind', () => {
  const kinds = new Set(fc.sample(arbitraryPlan, { numRuns: 300, seed: 1 }).map(({ plan }) => plan.kind));
  expect([...kinds].sort()).toEqual([...arrivalKinds].sort());
});

test('instants never fall, are whole, stay inside the stage and depend on the seed alone', () => {
  fc.assert(
    fc.property(arbitraryPlan, fc.bigInt(), ({ plan, parts }, seed) => {
      const instants = instantsOf(plan, some, { ...parts, seed, durationMicros });
      expect(instants).toEqual([...instants].sort((left, right) => left - right));
      // toEqual tells -0 from 0, so no instant is -0 either.
      expect(instants).toEqual(instants.map((instant) => Math.round(Math.abs(instant))));
      expect(instants.every((instant) => instant < durationMicros)).toBe(true);
      expect(instantsOf(plan, some, { ...parts, seed, durationMicros })).toEqual(instants);
      expect(scheduleOf(plan, { ...parts, seed }).kind).toBe(plan.kind);
    }),
    { numRuns: 300 },
  );
});

test('workers that look at every W-th request together have exactly the plan', () => {
  fc.assert(
    fc.property(
      arbitraryPlan,
      fc.integer({ min: 1, max: 9 }),
      fc.bigInt(),
      ({ plan, parts }, workers, seed) => {
        const inOrder = instantsOf(plan, some, { ...parts, seed, durationMicros });
        const together = new Array<number | null>(some).fill(-1);
        for (let worker = 0; worker < workers; worker++) {
          const schedule = scheduleOf(plan, { ...parts, seed, durationMicros });
          for (let index = worker; index < some; index += workers) together[index] = schedule.at(index);
        }
        expect(together).toEqual(Array.from({ length: some }, (_, index) => inOrder[index] ?? null));
      },
    ),
    { numRuns: 300 },
  );
});

test('a schedule answers the same in any order of questions', () => {
  const questions = fc.array(fc.nat(some - 1), { maxLength: 30 });
  fc.assert(
    fc.property(arbitraryPlan, questions, fc.bigInt(), ({ plan, parts }, indices, seed) => {
      const inOrder = instantsOf(plan, some, { ...parts, seed, count: 250, durationMicros });
      const schedule = scheduleOf(plan, { ...parts, seed, count: 250, durationMicros });
      expect(indices.map((index) => schedule.at(index))).toEqual(
        indices.map((index) => inOrder[index] ?? null),
      );
    }),
    { numRuns: 300 },
  );
});

test('numbers taken from the random stream elsewhere change no schedule', () => {
  const used = createRandom(9n);
  used.next();
  for (const plan of [
    { kind: 'poisson', requestsPerSecond: 10 },
    { kind: 'gamma', requestsPerSecond: 10, burstiness: 2 },
  ] as const) {
    const schedule = createSchedule({ plan, end: {}, random: used, trace: null });
    expect(schedule.at(5)).toBe(scheduleOf(plan, { seed: 9n }).at(5));
  }
});

test('a trace is played row by row at its time scale, and ends with its last row', () => {
  const trace = traceOf([0, 1_000_000, 1_000_000, 1_000_001, 5_000_000]);
  const replay = (timeScale: number) => ({ kind: 'trace', source: 'recorded.csv', timeScale }) as const;
  expect(instantsOf(replay(1), 100, { trace })).toEqual([0, 1_000_000, 1_000_000, 1_000_001, 5_000_000]);
  expect(instantsOf(replay(2), 100, { trace })).toEqual([0, 500_000, 500_000, 500_001, 2_500_000]);
  expect(instantsOf(replay(0.5), 100, { trace, durationMicros: seconds(10) })).toHaveLength(4);
  expect(instantsOf(replay(1), 100, { trace, count: 2 })).toHaveLength(2);
});

test('a trace plan without its trace, or with a time scale of nothing, is a mistake in the code', () => {
  const trace = traceOf([0]);
  expect(() => scheduleOf({ kind: 'trace', source: 'recorded.csv', timeScale: 1 })).toThrow('recorded.csv');
  for (const timeScale of [0, -1, Number.NaN]) {
    expect(() => scheduleOf({ kind: 'trace', source: 'recorded.csv', timeScale }, { trace })).toThrow(
      RangeError,
    );
  }
});

test('a burst is all at the first instant', () => {
  expect(instantsOf({ kind: 'at-once', count: 3 }, 100)).toEqual([0, 0, 0]);
  expect(instantsOf({ kind: 'at-once', count: 3 }, 100, { count: 2 })).toEqual([0, 0]);
  for (const count of [0, -1, 1.5, Number.NaN]) {
    expect(() => scheduleOf({ kind: 'at-once', count })).toThrow(RangeError);
  }
});
