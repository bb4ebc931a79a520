import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StageLimit } from '../plan/planned-stage.ts';
import { createRandom } from '../random/create-random.ts';
import { plannedInstants } from '../schedule/arrival-schedule.ts';
import { createSchedule } from '../schedule/create-schedule.ts';
import { micros } from '../units/units.ts';
import { startOpenLoop } from './open-loop.ts';
import type { RunningLoad } from './stage-load.ts';
import { completes, type Fate, fails, VirtualStage } from './testing/virtual-stage.ts';

type Order = {
  readonly arrivals?: 'constant' | 'poisson';
  readonly requestsPerSecond: number;
  readonly count: number;
  readonly warmup?: StageLimit;
  readonly maxInFlight?: number;
  readonly capPolicy?: 'drop' | 'late';
  readonly lateness?: () => number;
  readonly startAt?: number;
};
const noWarmup: StageLimit = { kind: 'requests', count: 0 };
const scheduleOf = (order: Order) =>
  createSchedule({
    plan: { kind: order.arrivals ?? 'constant', requestsPerSecond: order.requestsPerSecond },
    random: createRandom('open-loop test').fork('arrivals'),
    end: { count: order.count },
    trace: null,
  });

function start(order: Order, fateOf: (index: number) => Fate): { stage: VirtualStage; load: RunningLoad } {
  const stage = new VirtualStage(fateOf);
  stage.time.now = order.startAt ?? 0;
  if (order.lateness !== undefined) stage.time.lateness = order.lateness;
  const load = startOpenLoop({
    ...stage.parts,
    schedule: scheduleOf(order),
    maxInFlight: order.maxInFlight ?? 1000,
    capPolicy: order.capPolicy ?? 'drop',
    stop: { kind: 'requests', count: order.count },
    warmup: order.warmup ?? noWarmup,
    drainLimit: micros(10_000_000),
  });
  return { stage, load };
}

test.each(['constant', 'poisson'] as const)(
  '%s arrivals start at their planned instants, with no drift',
  async (arrivals) => {
    const order = { arrivals, requestsPerSecond: 333, count: 2000, startAt: 12_345 };
    const { stage, load } = start(order, () => completes(700_000));
    stage.time.run();
    expect(await load.finished).toBe('finished');
    const planned = plannedInstants(scheduleOf(order), 2000).map((instant) => instant + 12_345);
    expect(stage.starts.map(({ at }) => at)).toEqual(planned);
    expect(stage.starts.map(({ attempt }) => attempt.scheduled)).toEqual(planned);
  },
);

test('lateness never adds up: a late timer makes its request late and leaves the later ones on schedule', async () => {
  const lateness = [0, 0, 35_000, 0, 0, 0, 0, 0, 0, 0];
  const order = { requestsPerSecond: 100, count: 8, lateness: () => lateness.shift() ?? 0 };
  const { stage, load } = start(order, () => completes(1000));
  stage.time.run();
  await load.finished;
  const planned = [0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 70_000];
  expect(stage.starts.map(({ attempt }) => attempt.scheduled)).toEqual(planned);
  const late = stage.starts.map(({ at }, index) => at - (planned[index] ?? 0));
  expect(late).toEqual([0, 0, 0, 35_000, 25_000, 15_000, 5000, 0]);
});

test('arrivals do not wait for answers', async () => {
  const { stage, load } = start({ requestsPerSecond: 1000, count: 100 }, () => completes(5_000_000));
  stage.time.run();
  await load.finished;
  expect(stage.mostInFlight).toBe(100);
  expect(stage.starts.at(-1)?.at).toBe(99_000);
});

test('at the cap an arrival is dropped and counted, not sent later', async () => {
  const { stage, load } = start({ requestsPerSecond: 1000, count: 10, maxInFlight: 2 }, () =>
    completes(3500),
  );
  stage.time.run();
  await load.finished;
  // In flight from 0 and 1 ms until 3.5 and 4.5 ms; 2 and 3 ms find no room, and so on.
  expect(stage.starts.map(({ at }) => at)).toEqual([0, 1000, 4000, 5000, 8000, 9000]);
  expect(stage.drops).toBe(4);
  expect(stage.dispatches.measured + stage.drops).toBe(10);
});

test('the window opens at the first arrival after a warm-up of requests and closes at the last arrival', async () => {
  const order = { requestsPerSecond: 1000, count: 10, warmup: { kind: 'requests', count: 4 } as const };
  const { stage, load } = start(order, () => completes(2500));
  stage.time.run();
  await load.finished;
  expect(stage.windowOpens).toEqual([4000]);
  expect(stage.windowCloses).toEqual([9000]);
  expect(stage.dispatches).toEqual({ measured: 6, warmup: 4 });
});

test('a warm-up of time holds what was planned in it, and drops of it are not counted', async () => {
  const warmup = { kind: 'duration', micros: micros(5000) } as const;
  const { stage, load } = start({ requestsPerSecond: 1000, count: 10, warmup, maxInFlight: 1 }, () =>
    completes(2500),
  );
  stage.time.run();
  await load.finished;
  expect(stage.windowOpens).toEqual([5000]);
  expect(stage.dispatches.warmup).toBe(2);
  expect(stage.dispatches.measured + stage.drops).toBe(5);
});

test('requests are prepared before their instant', () => {
  const { stage } = start({ requestsPerSecond: 100, count: 5 }, () => completes(1000));
  for (const index of [1, 2, 3, 4]) {
    expect(stage.prepared.has(index)).toBe(true);
    stage.time.run(index * 10_000);
  }
});

test('stop plans no more arrivals; cut ends those in flight', async () => {
  const { stage, load } = start({ requestsPerSecond: 1000, count: 100 }, () => completes(null));
  stage.time.run(10_000);
  load.stop('interrupted');
  stage.time.run(20_000);
  expect(stage.starts).toHaveLength(11);
  expect(stage.windowCloses).toEqual([10_000]);
  load.cut();
  expect(await load.finished).toBe('interrupted');
  expect(stage.ends.map(({ status }) => status)).toEqual(Array.from({ length: 11 }, () => 'cut'));
});

test('requests without an end are cut at the drain limit', async () => {
  const { stage, load } = start({ requestsPerSecond: 1000, count: 3 }, () => completes(null));
  stage.time.run();
  expect(await load.finished).toBe('finished');
  expect(stage.ends.map(({ at, status }) => [at, status])).toEqual(
    Array.from({ length: 3 }, () => [10_002_000, 'cut']),
  );
});

test('a dead target is given up after twenty requests in a row', async () => {
  const { stage, load } = start({ requestsPerSecond: 1000, count: 5000 }, (index) =>
    index < 100 ? completes(100) : fails(100, true),
  );
  stage.time.run();
  expect(await load.finished).toBe('target-unreachable');
  expect(stage.starts.length).toBe(120);
});

test('planned is dispatched plus dropped, and every dispatched request ends once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        arrivals: fc.constantFrom('constant' as const, 'poisson' as const),
        requestsPerSecond: fc.integer({ min: 1, max: 2000 }),
        count: fc.integer({ min: 1, max: 80 }),
        maxInFlight: fc.integer({ min: 1, max: 10 }),
        warmup: fc.integer({ min: 0, max: 20 }).map((count): StageLimit => ({ kind: 'requests', count })),
      }),
      fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1 }),
      fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1 }),
      async (order, lengths, latenesses) => {
        let timer = 0;
        const lateness = (): number => latenesses[timer++ % latenesses.length] ?? 0;
        const { stage, load } = start({ ...order, lateness }, (index) =>
          completes(lengths[index % lengths.length] ?? 0),
        );
        stage.time.run();
        expect(await load.finished).toBe('finished');
        const warmup = order.warmup.kind === 'requests' ? order.warmup.count : 0;
        expect(stage.dispatches.measured + stage.drops).toBe(Math.max(0, order.count - warmup));
        expect(stage.ends).toHaveLength(stage.starts.length);
        expect(stage.mostInFlight).toBeLessThanOrEqual(order.maxInFlight);
      },
    ),
    { numRuns: 300 },
  );
});

test('a stage of counted requests measures just so many, whatever a timed warm-up took', async () => {
  for (const seed of ['one', 'two', 'three']) {
    const stage = new VirtualStage(() => completes(1000));
    const load = startOpenLoop({
      ...stage.parts,
      schedule: createSchedule({
        plan: { kind: 'poisson', requestsPerSecond: 50 },
        random: createRandom(seed),
        end: { count: 1000 },
        trace: null,
      }),
      maxInFlight: 1000,
      capPolicy: 'drop',
      stop: { kind: 'requests', count: 20 },
      warmup: { kind: 'duration', micros: micros(500_000) },
      drainLimit: micros(10_000_000),
    });
    stage.time.run();
    expect(await load.finished).toBe('finished');
    expect(stage.starts.filter(({ attempt }) => !attempt.warmup)).toHaveLength(20);
  }
});

test('at a cap that makes arrivals late they wait their turn, and keep their planned instant', async () => {
  const { stage, load } = start(
    { requestsPerSecond: 1000, count: 5, maxInFlight: 2, capPolicy: 'late' },
    () => completes(3500),
  );
  stage.time.run();
  expect(await load.finished).toBe('finished');
  expect(stage.starts.map(({ at, attempt }) => [attempt.scheduled, at])).toEqual([
    [0, 0],
    [1000, 1000],
    [2000, 3500],
    [3000, 4500],
    [4000, 7000],
  ]);
  expect([stage.delays, stage.drops]).toEqual([3, 0]);
});

test('late arrivals that never got their turn are dropped when the stage is cut', async () => {
  const { stage, load } = start(
    { requestsPerSecond: 1000, count: 5, maxInFlight: 2, capPolicy: 'late' },
    () => completes(null),
  );
  stage.time.run(10_000);
  load.cut();
  stage.time.run();
  expect(await load.finished).toBe('finished');
  expect([stage.dispatches.measured, stage.drops]).toEqual([2, 3]);
  expect(stage.windowCloses).toEqual([4000]);
});

test('an over-saturated stage stops arriving and says why', async () => {
  const { stage, load } = start({ requestsPerSecond: 1000, count: 500 }, () => completes(50_000));
  stage.time.run(20_000);
  load.stop('over-saturated');
  stage.time.run();
  expect(await load.finished).toBe('over-saturated');
  expect(stage.ends.every(({ status }) => status === 'completed')).toBe(true);
});
