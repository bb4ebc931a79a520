import {
  type ArrivalPlan,
  fixedNumber,
  micros,
  type PlannedStage,
  type ProgressField,
} from '@kneepoint/core';
import { displayWidth } from '@kneepoint/report';
import { expect, test } from 'vitest';
import { type ProgressInstant, progressText, type StageProgress, stageLabel } from './progress-text.ts';
import { warmupEnd } from './stage-time.ts';

const timed: PlannedStage = {
  id: 'users-4',
  target: 'vllm',
  suite: 'concurrency',
  repeat: 1,
  load: { loop: 'closed', users: 4, thinkTime: null },
  stop: { kind: 'duration', micros: micros(10_000_000) },
  warmup: { kind: 'requests', count: 4 },
  language: 'en',
  prompts: { kind: 'generated', sharedPrefix: null },
  salted: true,
  inputTokens: fixedNumber(200),
  outputTokens: fixedNumber(100),
  keepExcerpts: false,
};
const counted: PlannedStage = { ...timed, stop: { kind: 'requests', count: 16 } };

function progressOf(stage: PlannedStage, values: Partial<Record<ProgressField, number>>): StageProgress {
  return { stage, position: 1, total: 8, read: (field) => values[field] ?? 0 };
}

const instant: ProgressInstant = {
  elapsedSeconds: 4,
  measuringSinceSeconds: 1,
  tokensPerSecond: 371.6,
  columns: null,
  language: 'en',
};

test('a timed stage counts its time from the end of the warm-up', () => {
  expect(progressText(progressOf(timed, { completed: 12 }), instant)).toBe(
    '[2/8] vllm, 4 users  7 s left  372 tok/s  12 done',
  );
});

test('nothing is said about the time left while the warm-up lasts', () => {
  expect(progressText(progressOf(timed, {}), { ...instant, measuringSinceSeconds: null })).toBe(
    '[2/8] vllm, 4 users  warming up  372 tok/s  0 done',
  );
});

test('after its time a stage waits for the answers in flight', () => {
  const late = { ...instant, elapsedSeconds: 12 };
  expect(progressText(progressOf(timed, { completed: 40, inFlight: 3 }), late)).toContain(
    'waiting for 3 answers',
  );
});

test('a counted stage goes by its tokens while no request has ended', () => {
  const some = progressOf(counted, { events: 500 });
  expect(progressText(some, instant)).toContain('about 12 s left');
});

test('failures are shown beside the requests that are done', () => {
  expect(progressText(progressOf(timed, { completed: 5, failed: 2 }), instant)).toContain('5 done, 2 failed');
});

test.each([80, 60, 45, 30, 12, 1])('on %i columns the line stays below the width', (columns) => {
  const text = progressText(progressOf(timed, { completed: 123_456, failed: 7 }), { ...instant, columns });
  expect(text.length).toBeLessThan(Math.max(2, columns));
  expect(text.startsWith('[')).toBe(true);
});

test('80 columns have room for a bar, 45 for the figures without one', () => {
  const progress = progressOf(timed, { completed: 12 });
  expect(progressText(progress, { ...instant, columns: 80 })).toContain('██████░░░░░░░░░░░░░░');
  expect(progressText(progress, { ...instant, columns: 55 })).toBe(
    '[2/8] vllm, 4 users  7 s left  372 tok/s  12 done',
  );
});

const open = (arrivals: ArrivalPlan, stage: Partial<PlannedStage>): PlannedStage => ({
  ...timed,
  load: { loop: 'open', arrivals },
  ...stage,
});

test.each<readonly [ArrivalPlan, string]>([
  [{ kind: 'poisson', requestsPerSecond: 4 }, '4 requests/s'],
  [{ kind: 'gamma', requestsPerSecond: 4, burstiness: 0.5 }, '4 requests/s with burstiness 0.5'],
  [
    { kind: 'ramp', from: 1, to: 20, curve: 'linear', micros: micros(30_000_000) },
    '1 to 20 requests/s in 30 s',
  ],
  [
    {
      kind: 'steps',
      steps: [
        { requestsPerSecond: 2, micros: micros(1) },
        { requestsPerSecond: 8, micros: micros(1) },
      ],
    },
    '2, 8 requests/s',
  ],
  [{ kind: 'trace', source: 'x.csv', timeScale: 1 }, 'trace x.csv'],
  [{ kind: 'trace', source: 'x.csv', timeScale: 2 }, 'trace x.csv 2 times as fast'],
  [{ kind: 'at-once', count: 200 }, '200 requests at once'],
])('arrivals %j are called %s', (arrivals, label) => {
  expect(stageLabel(open(arrivals, {}), 'en')).toBe(`vllm, ${label}`);
});

test('counted arrivals of a ramp take the time that their part of it takes', () => {
  // 0 to 10 requests/s in 10 s: t * t / 2 arrivals by t, so the first 8 take 4 s and the next 42 until second 10.
  const ramp: ArrivalPlan = { kind: 'ramp', from: 0, to: 10, curve: 'linear', micros: micros(10_000_000) };
  const stage = open(ramp, {
    warmup: { kind: 'requests', count: 9 },
    stop: { kind: 'requests', count: 42 },
  });
  const at = (elapsedSeconds: number) =>
    progressText(progressOf(stage, {}), { ...instant, elapsedSeconds, measuringSinceSeconds: 4 });
  expect(warmupEnd(progressOf(stage, {}), 3.9)).toBeNull();
  expect(warmupEnd(progressOf(stage, {}), 4.1)).toBe(4);
  expect(at(5)).toContain('5 s left');
  expect(at(11)).toContain('waiting for 0 answers');
});

test('a trace goes by the requests that were sent, as only its file knows its time', () => {
  const stage = open(
    { kind: 'trace', source: 'x.csv', timeScale: 1 },
    { warmup: { kind: 'requests', count: 0 }, stop: { kind: 'requests', count: 40 } },
  );
  expect(progressText(progressOf(stage, { dispatched: 12 }), instant)).toContain('12 of 40 sent');
  expect(progressText(progressOf(stage, { dispatched: 40, inFlight: 3 }), instant)).toContain(
    'waiting for 3 answers',
  );
});

test('the warm-up ends with its last request, or at its time', () => {
  expect(warmupEnd(progressOf(timed, { completed: 3 }), 2)).toBeNull();
  expect(warmupEnd(progressOf(timed, { completed: 3, failed: 1 }), 2)).toBe(2);
  const byTime: PlannedStage = { ...timed, warmup: { kind: 'duration', micros: micros(1_000_000) } };
  expect(warmupEnd(progressOf(byTime, {}), 0.5)).toBeNull();
  expect(warmupEnd(progressOf(byTime, {}), 1.2)).toBe(1);
});

test.each([
  ['ko', '[2/8] vllm, 사용자 4명'],
  ['zh', '[2/8] vllm'],
] as const)('in %s the line says the same, and wide characters count twice', (language, head) => {
  for (const columns of [40, 60, 79]) {
    const text = progressText(progressOf(timed, { completed: 5, failed: 2 }), {
      ...instant,
      language,
      columns,
    });
    expect(displayWidth(text)).toBeLessThan(columns);
  }
  expect(
    progressText(progressOf(timed, { completed: 5 }), { ...instant, language }).slice(0, head.length),
  ).toBe(head);
});
