import { expect, test } from 'vitest';
import { pictureOf } from './picture-of.ts';
import { counted, endedWith, everyEvent, targetWith, usersStage } from './testing/run-events.ts';
import { after, ended, planned, progress, rate, started, type Told, users } from './testing/told-run.ts';
import type { WatchedEvent } from './watched-event.ts';

test('the plan is a waiting cell for each stage, and its targets are not known yet', () => {
  const run = pictureOf(after([[5, planned]]), 10, 10);
  expect(run.cells.map(({ stage, state }) => [stage.id, state])).toEqual([
    ['users-4', 'waiting'],
    ['rate-2', 'waiting'],
  ]);
  expect(run.targets.map(({ name, state }) => [name, state])).toEqual([
    ['vllm', 'unknown'],
    ['sglang', 'unknown'],
  ]);
  expect(run).toMatchObject({ total: 2, stage: null, startedAt: 5 });
});

test('stages that a resumed run brought along are done', () => {
  const resumed: WatchedEvent = { kind: 'planned', stages: [users, rate], done: [endedWith()] };
  const { cells } = after([[0, resumed]]);
  expect(cells.map(({ state }) => state)).toEqual(['ended', 'waiting']);
  expect(cells[0]?.ended?.figures.outputThroughput).toBe(812.4);
});

test('a target is ready once it said what it is', () => {
  const { targets } = after([
    [0, planned],
    [1, { kind: 'target-found', target: targetWith() }],
  ]);
  expect(targets[0]).toEqual({
    name: 'vllm',
    description: 'vLLM 0.11.0, Qwen/Qwen3-8B, openai-chat, http://127.0.0.1:8001',
    state: 'ready',
    reason: null,
  });
});

test('a simulated server is called one, and a server without a name by its address', () => {
  const { targets } = after([
    [0, { kind: 'target-found', target: targetWith({ simulated: true }) }],
    [0, { kind: 'target-found', target: targetWith({ name: 'x', engine: 'other', version: null }) }],
  ]);
  expect(targets[0]?.description).toMatch(/^simulated, vLLM 0\.11\.0, /);
  expect(targets[1]?.description).toBe('Qwen/Qwen3-8B, openai-chat, http://127.0.0.1:8001');
});

test('the stage that runs has its totals, its rate and what is planned', () => {
  const told: Told = [
    [0, planned],
    [1000, started],
    [2000, progress({ phase: 'warmup', fields: { completed: 2, events: 200, inFlight: 4 } })],
    [
      3000,
      progress({ fields: { completed: 4, events: 600, inFlight: 3 }, errors: { timeout: 1, connect: 2 } }),
    ],
  ];
  expect(pictureOf(after(told), 3500, 10).stage).toMatchObject({
    stage: users,
    position: 0,
    elapsedSeconds: 2.5,
    phase: 'measuring',
    done: 0.05,
    secondsLeft: 9.5,
    inFlight: 3,
    plannedInFlight: 4,
    completed: 4,
    tokensPerSecond: 300,
    rates: [200, 400],
    requestsPerSecond: 2,
    errors: [
      { class: 'connect', count: 2 },
      { class: 'timeout', count: 1 },
    ],
    verdict: 'too-early',
  });
});

test('an open loop plans no number in flight', () => {
  const open: WatchedEvent = { kind: 'stage-started', stage: rate, position: 1, total: 2 };
  expect(pictureOf(after([[0, open]]), 100, 10).stage?.plannedInFlight).toBeNull();
});

test('the rate of a server that stalls falls to nothing', () => {
  const told: Told = [
    [0, started],
    [1000, progress({ fields: { events: 400 } })],
    [2000, progress({ fields: { events: 400 } })],
    [3000, progress({ fields: { events: 400 } })],
    [4000, progress({ fields: { events: 400 } })],
  ];
  expect(pictureOf(after(told), 4000, 10).stage?.tokensPerSecond).toBe(0);
});

test('before any totals came nothing is said about the figures', () => {
  const { stage } = pictureOf(
    after([
      [0, planned],
      [0, started],
    ]),
    100,
    10,
  );
  expect(stage).toMatchObject({ phase: 'warmup', done: null, secondsLeft: null, verdict: 'too-early' });
  expect(stage?.ttft).toMatchObject({ count: 0, p50: null });
});

test('the whole stage leaves the warm-up out, as the result does; a window counts back from now', () => {
  const cold = counted(900_000, 4);
  const both = [...counted(50_000, 6), ...cold];
  const told: Told = [
    [0, started],
    [1000, progress({ phase: 'warmup', latencies: { ttft: cold } })],
    [2000, progress({ latencies: { ttft: cold } })],
    [3000, progress({ latencies: { ttft: both } })],
  ];
  const state = after(told);
  expect(pictureOf(state, 3000, null).stage?.ttft.count).toBe(6);
  expect(pictureOf(state, 3000, 60).stage?.ttft.count).toBe(10);
  expect(pictureOf(state, 3000, 1).stage?.ttft.count).toBe(6);
});

test('progress of a stage that does not run is not mixed in', () => {
  const state = after([
    [0, started],
    [500, progress({ fields: { completed: 9 } }, 'another')],
  ]);
  expect(pictureOf(state, 500, 10).stage?.completed).toBe(0);
});

test('an ended stage is a cell with its figures, and nothing runs', () => {
  const run = pictureOf(
    after([
      [0, planned],
      [1000, started],
      [9000, ended],
    ]),
    9000,
    10,
  );
  expect(run.stage).toBeNull();
  expect(run.cells[0]).toMatchObject({ state: 'ended', ended: endedWith() });
});

test('a stage that is run again begins anew', () => {
  const told: Told = [
    [0, planned],
    [0, started],
    [1000, progress({ fields: { completed: 50 } })],
    [1500, started],
  ];
  const run = pictureOf(after(told), 1500, 10);
  expect(run.stage).toMatchObject({ completed: 0, elapsedSeconds: 0 });
  expect(run.cells).toHaveLength(2);
});

test('a search adds its levels as it goes, and nobody knows how many', () => {
  const level = (id: string): WatchedEvent => ({
    kind: 'stage-started',
    stage: usersStage({ id, suite: 'capacity' }),
    position: 0,
    total: null,
  });
  const run = pictureOf(
    after([
      [0, { kind: 'planned', stages: null, done: [] }],
      [0, level('1')],
      [9, { kind: 'stage-ended', stage: endedWith({ id: '1' }) }],
      [10, level('2')],
    ]),
    20,
    10,
  );
  expect(run.cells.map(({ state }) => state)).toEqual(['ended', 'running']);
  expect(run).toMatchObject({ total: null, secondsLeft: null });
});

test('servers, GPUs, holds, endings and lost connections are in the picture', () => {
  const run = pictureOf(
    after([
      [0, planned],
      [1, everyEvent.server],
      [1, everyEvent.gpus],
      [1, everyEvent.held],
      [1, everyEvent.connection],
      [1, everyEvent.ending],
      [1, everyEvent.deployment],
      [2, { kind: 'gpus', gpus: [] }],
    ]),
    2,
    10,
  );
  expect(run.server).toEqual({ target: 'vllm', running: 4, waiting: null, kvUse: 0.5 });
  expect(run.gpus).toHaveLength(1);
  expect(run).toMatchObject({ held: true, ending: 'draining' });
  expect(run.disconnected).toBe('the stream ended before the job');
  expect(run.targets[0]).toMatchObject({ state: 'failed', reason: 'it ended with code 1' });
  expect(
    after([
      [0, everyEvent.connection],
      [1, { kind: 'connection', lost: null }],
    ]).disconnected,
  ).toBeNull();
});

test('a clock that is set back does not turn the totals back', () => {
  const told: Told = [
    [5000, started],
    [6000, progress({ fields: { events: 100 } })],
    [2000, progress({ fields: { events: 200 } })],
    [7000, progress({ fields: { events: 300 } })],
  ];
  expect(pictureOf(after(told), 7000, 10).stage?.rates).toEqual([100, 200]);
  const times = after(told).track?.snapshots.map(({ at }) => at);
  expect(times).toEqual([5000, 6000, 7000]);
});

test('whoever comes late to a stage sees the average of what was missed, and no peak', () => {
  const told: Told = [
    [0, started],
    [20_000, progress({ fields: { events: 8000, completed: 80 } })],
  ];
  const { stage } = pictureOf(after(told), 20_000, 10);
  expect(stage?.tokensPerSecond).toBe(400);
  expect(Math.max(...(stage?.rates ?? []))).toBeCloseTo(400);
});
