import { expect, test } from 'vitest';
import { coarseBucketStart } from '../measurement/coarse-buckets.ts';
import { parseThresholds } from '../plan/thresholds/parse-thresholds.ts';
import { skippedReason } from '../result/skipped-stage.ts';
import { micros } from '../units/units.ts';
import type { RunEvent } from './run-event.ts';
import { startStreamingServer } from './testing/streaming-server.ts';
import { endless, orderFor, toldKinds, usersStage, watchRun } from './testing/watched-run.ts';

const answer = { tokens: 8, gapMillis: 5 };

type Told<Kind extends RunEvent['kind']> = Extract<RunEvent, { readonly kind: Kind }>;
const toldOf = <Kind extends RunEvent['kind']>(events: readonly RunEvent[], kind: Kind): Told<Kind>[] =>
  events.filter((event): event is Told<Kind> => event.kind === kind);

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
    orderFor(url, [usersStage('one', 3), usersStage('two', 3, 6)]),
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

test('a skipped stage lets its requests end, stays as partial with its reason, and the next one starts', async () => {
  const url = await startStreamingServer(answer);
  const thresholds = parseThresholds(['errorRate < 1%', 'ttft p99 < 1us']);
  const order = orderFor(url, [usersStage('one', 4), usersStage('two', 4, 8)], {
    thresholds,
    abortOnFail: true,
  });
  const { events, result } = await watchRun(order, (event, running) => {
    if (event.kind !== 'progress' || event.stage !== 'one' || event.fields.completed === 0) return;
    running.skip();
    running.skip();
  });
  const [one, two] = result.stages;
  expect(one).toMatchObject({
    status: 'partial',
    statusReason: skippedReason,
    counts: { cut: 0, failed: 0 },
  });
  expect(one?.counts?.completed).toBe(one?.counts?.dispatched);
  expect(one?.trust.reasons.map(({ code }) => code)).toContain('interrupted');
  expect(two).toMatchObject({ status: 'completed', counts: { completed: 8 } });
  expect(toldOf(events, 'stage-ended')[0]?.stage).toMatchObject({
    status: 'partial',
    statusReason: skippedReason,
  });
  expect(result.thresholds.map(({ checks }) => checks.length)).toEqual([2, 2]);
});

test('a stage can be skipped before its load has started', async () => {
  const url = await startStreamingServer(answer);
  const { result } = await watchRun(
    orderFor(url, [usersStage('one', 4), usersStage('two', 4, 8)]),
    (event, running) => {
      if (event.kind === 'stage-started' && event.stage.id === 'one') running.skip();
    },
  );
  expect(result.stages.map(({ status, statusReason }) => [status, statusReason])).toEqual([
    ['partial', skippedReason],
    ['completed', null],
  ]);
});

test('a stage that is skipped in its warm-up has no window, and says so', async () => {
  const url = await startStreamingServer(answer);
  const stage = { ...usersStage('one', 2), warmup: { kind: 'duration', micros: endless } as const };
  const { events, result } = await watchRun(orderFor(url, [stage]), (event, running) => {
    if (event.kind === 'progress' && event.fields.completed > 0) running.skip();
  });
  expect(result.stages[0]).toMatchObject({
    status: 'partial',
    statusReason: skippedReason,
    window: { start: null, end: null, reason: 'the window never opened: the stage ended in its warm-up' },
    counts: { dispatched: 0, completed: 0 },
  });
  const phases = toldOf(events, 'progress').map(({ phase }) => phase);
  expect([phases[0], phases.at(-1)]).toEqual(['warmup', 'draining']);
});

test('between two stages there is nothing to skip', async () => {
  const url = await startStreamingServer(answer);
  const stages = [usersStage('one', 2, 4), usersStage('two', 2, 4)];
  const { result } = await watchRun(orderFor(url, stages), (event, running) => {
    if (event.kind === 'target-found' || event.kind === 'stage-ended') running.skip();
  });
  expect(result.stages.map(({ status }) => status)).toEqual(['completed', 'completed']);
});

test('a stage that was skipped is done again when the run is resumed, as others that are partial are', async () => {
  const url = await startStreamingServer(answer);
  const stages = [usersStage('one', 2, 4), usersStage('two', 2)];
  const first = await watchRun(orderFor(url, stages), (event, running) => {
    if (event.kind === 'progress' && event.stage === 'two') running.skip();
  });
  const again = [usersStage('one', 2, 4), usersStage('two', 2, 4)];
  const { events } = await watchRun(orderFor(url, again, { resumeFrom: first.result }));
  expect(toldOf(events, 'planned')[0]?.done.map(({ id, status }) => [id, status])).toEqual([
    ['one', 'completed'],
  ]);
  expect(toldKinds(events).slice(1)).toEqual(['target-found', 'stage-started two', 'stage-ended two']);
});

test('a run that is held goes on with the stage that runs, waits before the next one, and goes on when released', async () => {
  const url = await startStreamingServer(answer);
  const stages = [usersStage('one', 2, 4), usersStage('two', 2, 4)];
  const { events, result } = await watchRun(orderFor(url, stages), (event, running) => {
    if (event.kind === 'stage-started' && event.stage.id === 'one') running.hold();
    if (event.kind === 'stage-ended' && event.stage.id === 'one') setTimeout(() => running.release(), 100);
  });
  expect(toldKinds(events).slice(2)).toEqual([
    'stage-started one',
    'held true',
    'stage-ended one',
    'held false',
    'stage-started two',
    'stage-ended two',
  ]);
  expect(result.stages.map(({ status }) => status)).toEqual(['completed', 'completed']);
});

test.each(['stop', 'cut'] as const)('%s ends a run that is held', async (end) => {
  const url = await startStreamingServer(answer);
  const stages = [usersStage('one', 2, 4), usersStage('two', 2, 4)];
  const { events, result } = await watchRun(orderFor(url, stages), (event, running) => {
    if (event.kind === 'stage-started') running.hold();
    if (event.kind === 'stage-ended') setTimeout(() => running[end](), 100);
  });
  expect(toldKinds(events).slice(3)).toEqual(['held true', 'stage-ended one', 'held false']);
  expect(result.exit?.code).toBe(130);
});

test('held while its last stage runs, a run ends all the same', async () => {
  const url = await startStreamingServer(answer);
  const { events, result } = await watchRun(orderFor(url, [usersStage('one', 2, 4)]), (event, running) => {
    if (event.kind === 'stage-started') running.hold();
  });
  expect(toldKinds(events).slice(2)).toEqual([
    'stage-started one',
    'held true',
    'stage-ended one',
    'held false',
  ]);
  expect(result.stages[0]?.status).toBe('completed');
  expect(result.exit?.code).not.toBe(130);
});

test('held before its first stage, a run waits with that', async () => {
  const url = await startStreamingServer(answer);
  const { events } = await watchRun(orderFor(url, [usersStage('one', 2, 4)]), (event, running) => {
    if (event.kind === 'planned') running.hold();
    if (event.kind === 'target-found') setTimeout(() => running.release(), 100);
  });
  expect(toldKinds(events).slice(-4)).toEqual([
    'target-found',
    'held false',
    'stage-started one',
    'stage-ended one',
  ]);
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
