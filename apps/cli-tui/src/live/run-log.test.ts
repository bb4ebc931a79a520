import { expect, test } from 'vitest';
import { korean } from '../words/korean.ts';
import { keptLines } from './run-log.ts';
import { startRun } from './run-state.ts';
import { endedWith } from './testing/run-events.ts';
import { after, ended, planned, started, type Told } from './testing/told-run.ts';
import type { WatchedEvent } from './watched-event.ts';

test("the log is in the person's language, the newest last", () => {
  const told: Told = [
    [0, started],
    [9, ended],
    [10, { kind: 'held', held: true }],
    [11, { kind: 'held', held: true }],
  ];
  expect(after(told).log).toEqual([
    { at: 0, kind: 'stage', text: 'started: vllm, 4 users' },
    { at: 9, kind: 'stage', text: 'done: vllm, 4 users, 812 tok/s, valid' },
    { at: 10, kind: 'note', text: 'the run waits before the next stage' },
  ]);
  const inKorean = after(told, startRun({ name: 'x', at: 0, words: korean }));
  expect(inKorean.log[0]?.text).toBe('시작: vllm, 사용자 4명');
});

test('a stage that failed or measured the client is a problem in the log', () => {
  const failed = endedWith({ status: 'failed', statusReason: 'the server died', verdict: 'invalid' });
  const { log } = after([
    [0, planned],
    [0, started],
    [1, { kind: 'stage-ended', stage: failed }],
  ]);
  expect(log.at(-1)).toMatchObject({ kind: 'problem', text: expect.stringContaining('(the server died)') });
});

test('lines of servers cannot move the cursor, are cut, and only the newest are kept', () => {
  const line = (text: string): WatchedEvent => ({ kind: 'log', target: 'vllm', line: text });
  const hostile = after([[0, line('\u001b[2J\rx\u202eabc\nsecond')]]);
  expect(hostile.log[0]?.text).toBe('vllm: [2J x abc second');
  expect(after([[0, line('x'.repeat(10_000))]]).log[0]?.text.length).toBeLessThanOrEqual(500);
  const many = after(Array.from({ length: 1000 }, (_, index) => [index, line(String(index))] as const));
  expect(many.log).toHaveLength(keptLines);
  expect(many.log.at(-1)?.text).toBe('vllm: 999');
});
