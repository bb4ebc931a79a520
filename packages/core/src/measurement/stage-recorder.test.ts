import { expect, test } from 'vitest';
import { RecordedStage } from './testing/recorded-stage.ts';

test('output tokens count where their events were, exactly when each event says how many', () => {
  const stage = new RecordedStage();
  const flight = stage.start(0);
  stage.token(10, flight, 1);
  stage.token(20, flight, 4);
  stage.open(25);
  stage.token(30, flight, 6);
  stage.token(40, flight, 7);
  stage.close(45);
  stage.token(50, flight, 10);
  stage.end(55, flight);
  const { window, whole, tokens } = stage.finish(60);
  expect(window.tally.outputTokens).toBe(7 - 4);
  expect(whole.tally.outputTokens).toBe(10);
  expect(tokens).toMatchObject({ output: 10, events: 5, sources: ['usage'], requestsWithoutCount: 0 });
});

test('where only the total is known, the window has its share of the events', () => {
  const stage = new RecordedStage();
  const flight = stage.start(0);
  stage.token(10, flight, null);
  stage.open(15);
  stage.token(20, flight, null);
  stage.token(30, flight, null);
  stage.close(35);
  stage.token(40, flight, null);
  stage.token(50, flight, null);
  stage.end(55, flight, 10);
  const { window, whole } = stage.finish(60);
  expect(window.tally.outputTokens).toBe((10 * 2) / 5);
  expect(whole.tally.outputTokens).toBe(10);
});

test('tokens of warm-up and of unfinished requests count in the window: whoever owns them', () => {
  const stage = new RecordedStage();
  const warm = stage.start(0, { warmup: true });
  stage.token(5, warm, 1);
  stage.open(10);
  stage.token(15, warm, 3);
  stage.end(20, warm);
  const late = stage.start(20);
  stage.token(30, late, 5);
  stage.close(40);
  stage.cut(50, late);
  const { window, counts, warmup } = stage.finish(60);
  expect(window.tally).toMatchObject({ outputTokens: 2 + 5, completed: 0, failed: 0 });
  expect(counts).toEqual({ planned: 1, dispatched: 1, dropped: 0, late: 0, completed: 0, failed: 0, cut: 1 });
  expect(warmup.requests).toBe(1);
  expect(window.latencies.requests.ttft.count).toBe(0);
});

test('input tokens count when the first token arrives', () => {
  const stage = new RecordedStage();
  const before = stage.start(0, { inputTokens: 100 });
  const inside = stage.start(0, { inputTokens: 7 });
  stage.token(5, before, 1);
  stage.open(10);
  stage.token(15, inside, 1);
  stage.end(20, before);
  stage.close(30);
  stage.end(40, inside);
  const { window, whole } = stage.finish(50);
  expect(window.tally.inputTokens).toBe(7);
  expect(whole.tally.inputTokens).toBe(107);
});

test('a request whose tokens nobody counted makes the window’s tokens unknown, not zero', () => {
  const stage = new RecordedStage();
  stage.open(0);
  const flight = stage.start(0);
  stage.token(10, flight, null);
  stage.end(20, flight);
  stage.close(30);
  const { window, tokens } = stage.finish(40);
  expect(window.tally).toMatchObject({ unknownOutput: 1, outputTokens: 0, speedCount: 0 });
  expect(tokens).toMatchObject({ requestsWithoutCount: 1, requestsWithOutput: 0 });
});

test('an uncounted request that showed nothing in the window leaves the window’s tokens known', () => {
  const stage = new RecordedStage();
  const early = stage.start(0, { warmup: true });
  stage.token(5, early, null);
  stage.open(10);
  stage.cut(20, early);
  stage.close(30);
  expect(stage.finish(40).window.tally.unknownOutput).toBe(0);
});

test('an answer that ended before the window and was counted in it is not of the window', () => {
  const stage = new RecordedStage();
  const warm = stage.start(0, { warmup: true });
  stage.token(5, warm, null);
  stage.leave(8, warm);
  stage.open(10);
  warm.outputTokens = 50;
  warm.status = 'completed';
  stage.recorder.ended(warm);
  stage.close(30);
  expect(stage.finish(40).window.tally).toMatchObject({ outputTokens: 0, unknownOutput: 0 });
});

test('requests that end inside the window feed its latencies, to the very instant of its close', () => {
  const stage = new RecordedStage();
  const early = stage.start(0);
  stage.token(5, early, 1);
  stage.end(8, early);
  stage.open(10);
  const inside = stage.start(10);
  const last = stage.start(10);
  const late = stage.start(10);
  for (const flight of [inside, last, late]) stage.token(17, flight, 1);
  stage.end(20, inside);
  stage.leave(30, last);
  stage.close(30);
  last.status = 'completed';
  stage.recorder.ended(last);
  stage.end(31, late);
  const { window, whole } = stage.finish(40);
  expect(window.tally.completed).toBe(2);
  expect(window.latencies.requests.ttft).toMatchObject({ count: 2, sum: 14 });
  expect(whole.tally.completed).toBe(4);
  expect(whole.latencies.requests.ttft).toMatchObject({ count: 4, sum: 5 + 7 + 7 + 7 });
});

test('gaps count where they happened', () => {
  const stage = new RecordedStage();
  const flight = stage.start(0);
  stage.token(5, flight, 1);
  stage.token(8, flight, 2);
  stage.open(10);
  stage.token(20, flight, 3);
  stage.close(30);
  stage.token(50, flight, 4);
  stage.end(60, flight);
  const { window, whole } = stage.finish(70);
  expect(window.latencies.chunkGap).toMatchObject({ count: 1, sum: 12 });
  expect(whole.latencies.chunkGap).toMatchObject({ count: 3, sum: 3 + 12 + 30 });
  expect(whole.latencies.tokenGap).toMatchObject({ count: 3, sum: 45 });
});

test('the first wave and requests that opened their connection have distributions of their own', () => {
  const stage = new RecordedStage();
  stage.open(0);
  const [first, opener, warm] = [
    stage.start(0, { firstWave: true }),
    stage.start(0, { opened: true }),
    stage.start(0),
  ];
  stage.token(100, first, 1);
  stage.token(200, opener, 1);
  stage.token(5, warm, 1);
  for (const flight of [first, opener, warm]) stage.end(300, flight);
  stage.close(300);
  const { cold } = stage.finish(300);
  expect(cold.count).toBe(2);
  expect(cold.latencies.requests.ttft).toMatchObject({ count: 2, sum: 300 });
});

test('concurrency is weighted by time: two for 40 us, one for 20, two for 40', () => {
  const stage = new RecordedStage();
  const [left, right] = [stage.start(0), stage.start(0)];
  stage.open(100);
  stage.end(140, left);
  const third = stage.start(160);
  stage.close(200);
  stage.end(210, right);
  stage.end(220, third);
  const { window } = stage.finish(220);
  expect(window.concurrency).toEqual({ mean: (2 * 40 + 1 * 20 + 2 * 40) / 100, min: 1, max: 2 });
});

test('a failure is counted with its class and sample, feeds no latency, and is outside the completed', () => {
  const stage = new RecordedStage();
  stage.open(0);
  const failing = [stage.start(0), stage.start(0), stage.start(0)];
  stage.token(5, failing[0] ?? stage.start(0), 1);
  for (const [index, flight] of failing.entries()) stage.fail(10, flight, index === 2 ? '500' : '503');
  stage.close(20);
  const { errors, window, counts } = stage.finish(30);
  expect(errors).toEqual([
    { class: 'http-status', detail: '503', count: 2, sample: 'body of 503' },
    { class: 'http-status', detail: '500', count: 1, sample: 'body of 500' },
  ]);
  expect(window.tally).toMatchObject({ completed: 0, failed: 3 });
  expect(window.latencies.requests.ttft.count).toBe(0);
  expect(counts).toMatchObject({ failed: 3, completed: 0 });
});

test('planned is dispatched and dropped, dispatched is completed, failed and cut; every request has a record', () => {
  const stage = new RecordedStage();
  stage.open(0);
  const [done, failed, cut] = [stage.start(0), stage.start(0), stage.start(0)];
  stage.recorder.dropped();
  stage.token(5, done, 1);
  stage.end(10, done);
  stage.fail(10, failed, '500');
  stage.close(15);
  stage.cut(20, cut);
  const { counts, finishReasons } = stage.finish(30);
  expect(counts).toEqual({ planned: 4, dispatched: 3, dropped: 1, late: 0, completed: 1, failed: 1, cut: 1 });
  expect(stage.taken).toEqual([done, failed, cut]);
  expect(finishReasons).toEqual({ length: 1 });
});

test('a window that never opened is unknown, not from zero to zero', () => {
  const stage = new RecordedStage();
  stage.end(10, stage.start(0, { warmup: true }), 0);
  const { windowOpen, windowClose, window, counts } = stage.finish(20);
  expect({ windowOpen, windowClose, concurrency: window.concurrency }).toEqual({
    windowOpen: null,
    windowClose: null,
    concurrency: null,
  });
  expect(counts.planned).toBe(0);
});

test('only so many answers are kept, with their own speed', () => {
  const stage = new RecordedStage(1);
  for (const index of [0, 1]) {
    const flight = stage.start(index);
    flight.text = `answer ${index}`;
    stage.token(index + 1_000_000, flight, 20);
    stage.end(index + 1_000_000, flight);
  }
  expect(stage.finish(9e6).keptAnswers).toEqual([
    {
      index: 0,
      text: 'answer 0',
      outputTokens: 20,
      reasoningTokens: null,
      finishReason: 'length',
      requestSpeed: 20,
    },
  ]);
});

test('tokens that the server counted and no event showed are told apart', () => {
  const stage = new RecordedStage();
  const flight = stage.start(0);
  stage.token(5, flight, 3);
  stage.end(10, flight, 12);
  expect(stage.finish(20).tokens).toMatchObject({ output: 12, unseen: 9 });
});
