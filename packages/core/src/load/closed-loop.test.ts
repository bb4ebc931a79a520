import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StageLimit } from '../plan/planned-stage.ts';
import { micros } from '../units/units.ts';
import { startClosedLoop } from './closed-loop.ts';
import { createGateMemory, SharedGate } from './shared-gate.ts';
import type { RunningLoad } from './stage-load.ts';
import { completes, type Fate, fails, VirtualStage } from './testing/virtual-stage.ts';

const requests = (count: number): StageLimit => ({ kind: 'requests', count });
const duration = (length: number): StageLimit => ({ kind: 'duration', micros: micros(length) });
type Order = {
  readonly users: number;
  readonly stop: StageLimit;
  readonly warmup?: StageLimit;
  readonly drainLimit?: number;
};

function start(order: Order, fateOf: (index: number) => Fate): { stage: VirtualStage; load: RunningLoad } {
  const stage = new VirtualStage(fateOf);
  const load = startClosedLoop({
    ...stage.parts,
    users: order.users,
    thinkTime: null,
    stop: order.stop,
    warmup: order.warmup ?? requests(0),
    drainLimit: micros(order.drainLimit ?? 1_000_000),
  });
  return { stage, load };
}

const startTimes = (stage: VirtualStage): number[] => stage.starts.map((one) => one.at);

test('each user has one request in flight and starts the next when the answer before it has ended', async () => {
  const { stage, load } = start({ users: 2, stop: requests(5) }, (index) =>
    completes(index % 2 === 0 ? 10 : 25),
  );
  stage.time.run();
  expect(await load.finished).toBe('finished');
  expect(stage.starts.map(({ at, attempt }) => [at, attempt.user])).toEqual([
    [0, 0],
    [0, 1],
    [10, 0],
    [20, 0],
    [25, 1],
  ]);
  expect(stage.mostInFlight).toBe(2);
});

test('without warm-up the window opens when all users are in flight, and closes when the first runs out of work', async () => {
  const { stage, load } = start({ users: 2, stop: requests(4) }, (index) => completes(index === 1 ? 15 : 10));
  stage.time.run();
  await load.finished;
  expect(stage.windowOpens).toEqual([0]);
  expect(stage.inFlightAtOpen).toBe(2);
  expect(stage.windowCloses).toEqual([20]);
  expect(stage.ends.at(-1)?.at).toBe(25);
});

test('a warm-up of requests is over when they have ended; the window opens with all users in flight again', async () => {
  const { stage, load } = start({ users: 2, stop: requests(4), warmup: requests(2) }, () => completes(10));
  stage.time.run();
  await load.finished;
  expect(stage.windowOpens).toEqual([10]);
  expect(stage.inFlightAtOpen).toBe(2);
  expect(stage.starts.map(({ attempt }) => attempt.warmup)).toEqual([true, true, false, false, false, false]);
  expect(stage.windowCloses).toEqual([30]);
});

test('a slow warm-up request holds the window back while other users go on', async () => {
  const { stage, load } = start({ users: 2, stop: requests(20), warmup: requests(2) }, (index) =>
    completes(index === 0 ? 55 : 10),
  );
  stage.time.run();
  await load.finished;
  expect(stage.windowOpens).toEqual([55]);
  expect(stage.dispatches).toEqual({ measured: 20, warmup: 2 });
});

test('a warm-up of time is over when the time is; what started in it is not measured', async () => {
  const { stage, load } = start({ users: 3, stop: requests(6), warmup: duration(25) }, () => completes(10));
  stage.time.run();
  await load.finished;
  expect(stage.windowOpens).toEqual([25]);
  expect(stage.dispatches).toEqual({ measured: 6, warmup: 9 });
  expect(stage.starts.filter(({ attempt }) => attempt.warmup).every(({ at }) => at < 25)).toBe(true);
});

test('a stage of a duration lasts that long from where its window opened', async () => {
  const { stage, load } = start({ users: 2, stop: duration(100), warmup: requests(2) }, () => completes(30));
  stage.time.run();
  await load.finished;
  expect(stage.windowOpens).toEqual([30]);
  expect(stage.windowCloses).toEqual([130]);
  expect(Math.max(...startTimes(stage))).toBeLessThanOrEqual(130);
  expect(stage.ends.at(-1)?.at).toBe(150);
});

test('only the first request of each user is of the first wave', async () => {
  const { stage, load } = start({ users: 3, stop: requests(7) }, () => completes(10));
  stage.time.run();
  await load.finished;
  expect(stage.starts.map(({ attempt }) => attempt.firstWave)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('no more users than requests are started', async () => {
  const { stage, load } = start({ users: 50, stop: requests(3) }, () => completes(10));
  stage.time.run();
  await load.finished;
  expect(stage.mostInFlight).toBe(3);
  expect(stage.windowOpens).toEqual([0]);
});

test('requests are prepared before they are started', async () => {
  const stage = new VirtualStage(() => completes(10));
  const unprepared: number[] = [];
  const transport = {
    prepare: (index: number) => stage.prepare(index),
    cutAll: () => stage.cutAll(),
    start: (...call: Parameters<VirtualStage['start']>) => {
      if (!stage.prepared.has(call[0].index)) unprepared.push(call[0].index);
      stage.start(...call);
    },
  };
  const limits = { stop: requests(30), warmup: requests(0), drainLimit: micros(1000) };
  const load = startClosedLoop({ ...stage.parts, transport, users: 4, thinkTime: null, ...limits });
  stage.time.run();
  await load.finished;
  expect(unprepared).toEqual([]);
});

test('stop starts nothing more, closes the window, and lets what is in flight end', async () => {
  const { stage, load } = start({ users: 2, stop: duration(1_000_000) }, () => completes(30));
  stage.time.run(40);
  load.stop('interrupted');
  stage.time.run();
  expect(await load.finished).toBe('interrupted');
  expect(stage.windowCloses).toEqual([40]);
  expect(stage.starts).toHaveLength(4);
  expect(stage.ends.every(({ status }) => status === 'completed')).toBe(true);
});

test('cut ends what is in flight at once, as cut', async () => {
  const { stage, load } = start({ users: 2, stop: duration(1_000_000) }, () => completes(30));
  stage.time.run(40);
  load.cut();
  stage.time.run(40);
  expect(await load.finished).toBe('interrupted');
  expect(stage.ends.map(({ status }) => status)).toEqual(['completed', 'completed', 'cut', 'cut']);
  expect(stage.inFlight).toBe(0);
});

test('a request that never ends is cut at the drain limit, and the stage is finished all the same', async () => {
  const { stage, load } = start({ users: 2, stop: duration(100), drainLimit: 500 }, (index) =>
    completes(index === 1 ? null : 30),
  );
  stage.time.run();
  expect(await load.finished).toBe('finished');
  expect(stage.ends.at(-1)).toEqual({ at: 600, status: 'cut', warmup: false });
});

test('a server that fails every request is given up after twenty', async () => {
  const { stage, load } = start({ users: 2, stop: duration(1_000_000) }, () => fails(10));
  stage.time.run();
  expect(await load.finished).toBe('every-request-failed');
  expect(stage.ends.length).toBeLessThanOrEqual(22);
});

test('a server that dies in the middle is given up, not asked until the time is over', async () => {
  const { stage, load } = start({ users: 2, stop: duration(1_000_000) }, (index) =>
    index < 50 ? completes(10) : fails(10, true),
  );
  stage.time.run();
  expect(await load.finished).toBe('target-unreachable');
  expect(stage.time.now).toBeLessThan(1000);
});

const fate = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 5, max: 60 }).map(completes) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.boolean())
      .map(([after, lost]) => fails(after, lost)),
  },
  { weight: 1, arbitrary: fc.constant(completes(null)) },
);
const limit = (least: number): fc.Arbitrary<StageLimit> =>
  fc.oneof(
    fc.integer({ min: least, max: 30 }).map(requests),
    fc.integer({ min: least, max: 300 }).map(duration),
  );

test('whatever the answers do, every request ends once and the window opens and closes at most once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ users: fc.integer({ min: 1, max: 8 }), stop: limit(1), warmup: limit(0) }),
      fc.array(fate, { minLength: 1, maxLength: 12 }),
      async (order, fates) => {
        const fateOf = (index: number): Fate => fates[index % fates.length] ?? completes(1);
        const { stage, load } = start({ ...order, drainLimit: 200 }, fateOf);
        stage.time.run(2000);
        load.cut();
        stage.time.run();
        await load.finished;
        expect(stage.ends).toHaveLength(stage.starts.length);
        expect(stage.dispatches.measured + stage.dispatches.warmup).toBe(stage.starts.length);
        expect(stage.mostInFlight).toBeLessThanOrEqual(order.users);
        expect(stage.windowOpens.length).toBeLessThanOrEqual(1);
        expect(stage.windowCloses).toHaveLength(stage.windowOpens.length);
        const users = order.stop.kind === 'requests' ? Math.min(order.users, order.stop.count) : order.users;
        if (stage.windowOpens.length > 0) expect(stage.inFlightAtOpen).toBe(users);
        expect(stage.starts.map(({ attempt }) => attempt.index)).toEqual([...stage.starts.keys()]);
      },
    ),
    { numRuns: 300 },
  );
});

test('a stage of requests dispatches as many measured ones as were asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 60 }),
      fc.oneof(fc.constant(requests(0)), fc.integer({ min: 1, max: 300 }).map(duration)),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }),
      async (users, count, warmup, lengths) => {
        const fateOf = (index: number): Fate => completes(lengths[index % lengths.length] ?? 1);
        const { stage, load } = start({ users, stop: requests(count), warmup }, fateOf);
        stage.time.run();
        expect(await load.finished).toBe('finished');
        expect(stage.dispatches.measured).toBe(count);
      },
    ),
  );
});

test('a slow warm-up request does not make more requests than were asked for', async () => {
  const { stage, load } = start({ users: 2, stop: requests(4), warmup: requests(2) }, (index) =>
    completes(index === 0 ? 1000 : 10),
  );
  stage.time.run();
  await load.finished;
  expect(stage.starts).toHaveLength(6);
  expect(stage.starts.filter(({ attempt }) => attempt.warmup)).toHaveLength(2);
});

test('a user thinks between an answer and the next request, and is present meanwhile', async () => {
  const stage = new VirtualStage(() => completes(10));
  const load = startClosedLoop({
    ...stage.parts,
    users: 2,
    thinkTime: (index) => (index % 2 === 0 ? 5 : 30),
    stop: requests(6),
    warmup: requests(2),
    drainLimit: micros(1000),
  });
  stage.time.run();
  expect(await load.finished).toBe('finished');
  expect(stage.starts.map(({ at, attempt }) => [at, attempt.user])).toEqual([
    [0, 0],
    [0, 1],
    [15, 0],
    [30, 0],
    [40, 1],
    [55, 1],
    [70, 0],
    [85, 0],
  ]);
  expect(stage.dispatches).toEqual({ measured: 6, warmup: 2 });
});

test('a warm-up that lasts until somebody ends it opens the window then', async () => {
  const { stage, load } = start({ users: 2, stop: requests(6), warmup: duration(1_000_000) }, () =>
    completes(10),
  );
  stage.time.run(33);
  load.endWarmup(47);
  stage.time.run();
  expect(await load.finished).toBe('finished');
  expect(stage.windowOpens).toEqual([47]);
  expect(stage.dispatches).toEqual({ measured: 6, warmup: 10 });
});

test('users of two workers share one window, and together send what was asked for', async () => {
  const memory = createGateMemory();
  const stages = [0, 1].map((index) => {
    const stage = new VirtualStage(() => completes(10));
    const load = startClosedLoop({
      ...stage.parts,
      users: 5,
      thinkTime: null,
      share: { index, count: 2 },
      gate: new SharedGate(memory, 2),
      stop: requests(20),
      warmup: requests(5),
      drainLimit: micros(1000),
    });
    return { stage, load };
  });
  for (let step = 0; step < 20; step++) {
    for (const { stage } of stages) stage.time.run(step * 5);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await Promise.all(stages.map(({ load }) => load.finished))).toEqual(['finished', 'finished']);
  const indices = stages.flatMap(({ stage }) => stage.starts.map(({ attempt }) => attempt.index));
  expect(indices.toSorted((left, right) => left - right)).toEqual([...Array(25).keys()]);
  expect(stages.map(({ stage }) => stage.windowOpens)).toEqual([[10], [10]]);
  expect(stages[0]?.stage.windowCloses).toEqual(stages[1]?.stage.windowCloses);
  expect(stages.map(({ stage }) => stage.starts.map(({ attempt }) => attempt.user))).toEqual([
    expect.arrayContaining([0, 2, 4]),
    expect.arrayContaining([1, 3]),
  ]);
});

test('a wave of users is sent in parts, so that what comes meanwhile is read in between', async () => {
  const { stage, load } = start({ users: 20, stop: requests(40) }, () => completes(10));
  const seen: number[] = [];
  const look = (): void => {
    seen.push(stage.starts.length);
    if (stage.starts.length < 20) stage.time.plan(0, look);
  };
  look();
  stage.time.run();
  expect(await load.finished).toBe('finished');
  expect(seen).toEqual([8, 16, 20]);
  expect(startTimes(stage)).toEqual([...Array(20).fill(0), ...Array(20).fill(10)]);
  expect([...stage.prepared].toSorted((left, right) => left - right)).toEqual([...Array(40).keys()]);
});
