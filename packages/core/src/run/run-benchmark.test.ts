import { expect, test } from 'vitest';
import { coarseBucketStart } from '../measurement/coarse-buckets.ts';
import { micros } from '../units/units.ts';
import { startStreamingServer } from './testing/streaming-server.ts';
import { orderFor, type Told, toldKinds, toldOf, usersStage, watchRun } from './testing/watched-run.ts';

const answer = { tokens: 8, gapMillis: 5 };

/** The count, and the bucket's start at a quantile. */
function read(counts: readonly number[], quantile: number): { readonly count: number; readonly at: number } {
  const pairs = Array.from({ length: counts.length / 2 }, (_, index) => ({
    start: coarseBucketStart(counts[2 * index] as number),
    count: counts[2 * index + 1] as number,
  }));
  const count = pairs.reduce((sum, pair) => sum + pair.count, 0);
  let seen = 0;
  const found = pairs.find((pair) => {
    seen += pair.count;
    return seen >= Math.ceil(quantile * count);
  });
  return { count, at: found?.start ?? Number.NaN };
}

test('a run tells its plan, its targets, its stages and how they fare, in this order', async () => {
  const url = await startStreamingServer(answer);
  const stages = [usersStage('one', 2, 6), usersStage('two', 4, 8)];
  const { events, result } = await watchRun(orderFor(url, stages));
  expect(toldKinds(events)).toEqual([
    'planned',
    'target-found',
    'stage-started one',
    'stage-ended one',
    'stage-started two',
    'stage-ended two',
  ]);
  expect(toldOf(events, 'planned')).toEqual([{ kind: 'planned', stages, done: [] }]);
  expect(toldOf(events, 'stage-started').map(({ position, total }) => [position, total])).toEqual([
    [0, 2],
    [1, 2],
  ]);
  const ended = toldOf(events, 'stage-ended').map(({ stage }) => stage);
  expect(ended.map(({ figures }) => figures.outputThroughput)).toEqual(
    result.stages.map(({ metrics }) => metrics.outputThroughput.value),
  );
  expect(ended[0]).toMatchObject({ id: 'one', target: 'server', status: 'completed', statusReason: null });
  expect(toldOf(events, 'server')[0]).toMatchObject({
    target: 'server',
    sample: { running: { max: 3 }, waiting: { max: 1 }, kvUse: null },
  });
});

test.each([1, 2])(
  'what %i workers shared at last is what the stage’s figures say, and its times are within 6 percent',
  async (workers) => {
    const url = await startStreamingServer(answer);
    const stage = { ...usersStage('stage', 6, 60), warmup: { kind: 'requests', count: 6 } as const };
    const stages = [usersStage('before', 6, 30), stage];
    const { events, result } = await watchRun(orderFor(url, stages, { workers }));
    const last = toldOf(events, 'progress').at(-1);
    const measured = result.stages[1];
    expect(last).toMatchObject({
      stage: 'stage',
      phase: 'draining',
      fields: { dispatched: 66, completed: 66, failed: 0, inFlight: 0 },
      errors: {},
      dropped: 0,
      late: 0,
    });
    for (const name of ['ttft', 'tokenGap'] as const) {
      const figures = measured?.whole.metrics[name];
      const median = read(last?.latencies[name] ?? [], 0.5);
      expect(median.count, name).toBe(figures?.count);
      expect(median.at, name).toBeGreaterThan((figures?.p50 ?? 0) / 1.07 - 1);
      expect(median.at, name).toBeLessThanOrEqual(figures?.p50 ?? 0);
    }
    expect(measured?.whole.metrics.tokenGap.count).toBeGreaterThanOrEqual(60 * (answer.tokens - 1));
    expect(last?.clientCpu).toBeGreaterThan(0);
  },
);

test('progress comes between a stage’s start and its end only, and no count ever falls', async () => {
  const url = await startStreamingServer(answer);
  const { events } = await watchRun(
    orderFor(url, [usersStage('one', 3), usersStage('two', 3, 60)]),
    (event, running) => {
      if (event.kind === 'progress' && event.stage === 'one' && event.fields.completed > 20) running.skip();
    },
  );
  let stage: string | null = null;
  let before: Told<'progress'> | null = null;
  for (const event of events) {
    if (event.kind === 'stage-started') [stage, before] = [event.stage.id, null];
    if (event.kind === 'stage-ended') stage = null;
    if (event.kind !== 'progress') continue;
    expect(event.stage).toBe(stage);
    for (const name of ['completed', 'events', 'tokens'] as const)
      expect(event.fields[name]).toBeGreaterThanOrEqual(before?.fields[name] ?? 0);
    expect(read(event.latencies.tokenGap, 1).count).toBeGreaterThanOrEqual(
      read(before?.latencies.tokenGap ?? [], 1).count,
    );
    before = event;
  }
  expect(toldOf(events, 'progress').length).toBeGreaterThan(2);
});

test('what a stage before has shared is gone when the next one starts', async () => {
  const url = await startStreamingServer(answer);
  const shared: (readonly number[] | undefined)[] = [];
  await watchRun(orderFor(url, [usersStage('one', 2, 4), usersStage('two', 2, 4)]), (event, running) => {
    if (event.kind === 'stage-started' && event.stage.id === 'two')
      setImmediate(() => shared.push(running.live()?.latencies.ttft));
  });
  expect(shared).toEqual([[]]);
});

test('how a stage fares can be read at any time; before the first one there is nothing', async () => {
  const url = await startStreamingServer(answer);
  const seen: (number | null)[] = [];
  await watchRun(orderFor(url, [usersStage('one', 2, 4)]), (event, running) => {
    if (event.kind === 'target-found' || event.kind === 'stage-ended')
      seen.push(running.live()?.fields.completed ?? null);
  });
  expect(seen).toEqual([null, 4]);
});

test('an open loop tells how late requests started and what the cap dropped', async () => {
  const url = await startStreamingServer({ tokens: 8, gapMillis: 25 });
  const stage = {
    ...usersStage('open', 1),
    load: { loop: 'open', arrivals: { kind: 'constant', requestsPerSecond: 100 } } as const,
    stop: { kind: 'duration', micros: micros(600_000) } as const,
  };
  const { events, result } = await watchRun(orderFor(url, [stage], { maxInFlight: 5 }));
  const last = toldOf(events, 'progress').at(-1);
  const [measured] = result.stages;
  expect(last?.dropped).toBe(measured?.counts?.dropped);
  expect(last?.dropped).toBeGreaterThan(10);
  expect(read(last?.latencies.startLag ?? [], 1).count).toBe(measured?.whole.metrics.startLag.count);
});
