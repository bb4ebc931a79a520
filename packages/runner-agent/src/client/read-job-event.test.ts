import { expect, test } from 'vitest';
import { readJobEvent } from './read-job-event.ts';

test('a stage that an earlier agent told of has no figures and no reasons, and is otherwise as it was told', () => {
  const told =
    '{"id":7,"at":"2026-03-01T10:00:00.000Z","kind":"stage-ended","stage":{"id":"a","target":"x","status":"completed","statusReason":null,"counts":{"planned":2},"verdict":"valid"}}';
  const event = readJobEvent(told);
  expect(event).toMatchObject({ id: 7, stage: { id: 'a', verdict: 'valid', reasons: [] } });
  if (event.kind !== 'stage-ended') throw new Error('another event');
  expect(new Set(Object.values(event.stage.figures))).toEqual(new Set([null]));
});

test('progress of an earlier agent has its totals, and no latencies', () => {
  const event = readJobEvent('{"id":1,"at":"","kind":"progress","stage":"a","fields":{"completed":3}}');
  expect(event).toMatchObject({ fields: { completed: 3 }, latencies: { ttft: [] }, clientCpu: null });
});

test('what an agent tells now is left as it is', () => {
  const figures = { outputThroughput: 12, ttftP50: null };
  const reasons = [{ code: 'x' }];
  const stage = { id: 'a', reasons, figures };
  expect(readJobEvent(JSON.stringify({ kind: 'stage-ended', id: 1, stage }))).toMatchObject({ stage });
  const skipped = { kind: 'events-skipped', from: 1, to: 4 };
  expect(readJobEvent(JSON.stringify(skipped))).toEqual(skipped);
});

test('what is no event is refused', () => {
  expect(() => readJobEvent('{"id":1}')).toThrow();
  expect(() => readJobEvent('half an eve')).toThrow();
});
