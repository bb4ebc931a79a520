import { expect, test } from 'vitest';
import { parseThresholds } from '../plan/thresholds/parse-thresholds.ts';
import { skippedReason } from '../result/skipped-stage.ts';
import { startStreamingServer } from './testing/streaming-server.ts';
import { endless, orderFor, toldKinds, toldOf, usersStage, watchRun } from './testing/watched-run.ts';

const answer = { tokens: 8, gapMillis: 5 };

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
