import { KneepointError } from '@kneepoint/core';
import { expect, test } from 'vitest';
import { jsonError, jsonWatcher } from './json-watcher.ts';
import { plainWatcher } from './plain-watcher.ts';
import { progressEventSchema, progressEventSchemas } from './progress-schema.ts';
import { silentWatcher } from './run-watcher.ts';
import { endedWith, everyEvent, targetWith, usersStage } from './testing/run-events.ts';
import type { WatchedEvent } from './watched-event.ts';

function written(): { readonly lines: () => string[]; readonly write: (text: string) => unknown } {
  let all = '';
  const write = (text: string): void => {
    all += text;
  };
  return { lines: () => all.split('\n').slice(0, -1), write };
}

const at = Date.UTC(2026, 10, 24, 12, 0, 0, 250);
const everyKind: readonly WatchedEvent[] = Object.values(everyEvent);

test.each(everyKind.map((event) => [event.kind, event] as const))(
  'a line of %s is JSON as the schema has it',
  (kind, event) => {
    const { lines, write } = written();
    jsonWatcher({ write, clock: () => at }).tell(event);
    expect(lines()).toHaveLength(1);
    const parsed: unknown = JSON.parse(lines()[0] ?? '');
    expect(progressEventSchema.parse(parsed)).toEqual({ at: '2026-11-24T12:00:00.250Z', ...event });
    expect(progressEventSchemas[kind].safeParse(parsed).success).toBe(true);
  },
);

test('the schema knows every kind, and refuses what is none', () => {
  const kinds = progressEventSchema.options.map((option) => option.shape.kind.value);
  expect(kinds.toSorted()).toEqual(Object.keys(progressEventSchemas).toSorted());
  expect(kinds.toSorted()).toEqual([...Object.keys(everyEvent), 'error'].toSorted());
  expect(progressEventSchema.safeParse({ at: '2026-11-24T12:00:00.250Z', kind: 'other' }).success).toBe(
    false,
  );
  expect(progressEventSchema.safeParse({ kind: 'held', held: true }).success).toBe(false);
});

test('whatever a server writes, an event is one line', () => {
  const { lines, write } = written();
  const watcher = jsonWatcher({ write, clock: () => at });
  watcher.tell({ kind: 'log', target: 'vllm', line: 'a\nb\r\u2028c\u001b[2J' });
  expect(lines()).toHaveLength(1);
  expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ line: 'a\nb\r\u2028c\u001b[2J' });
});

test('the time is that of the event where it is given', () => {
  const { lines, write } = written();
  jsonWatcher({ write, clock: () => at }).tell(everyEvent.held, at - 5000);
  expect(lines()[0]).toMatch(/^\{"at":"2026-11-24T11:59:55.250Z","kind":"held"/);
});

test('what is said beside the events is a note for a program', () => {
  const { lines, write } = written();
  jsonWatcher({ write, clock: () => at }).say('note: the history cannot be written');
  expect(progressEventSchema.parse(JSON.parse(lines()[0] ?? ''))).toMatchObject({
    kind: 'note',
    text: 'the history cannot be written',
  });
});

test('errors are lines of the schema, with what to do next where that is known', () => {
  const known = new KneepointError('the target is away', {
    code: 'target-unreachable',
    exitCode: 3,
    hint: 'start it',
  });
  expect(progressEventSchema.parse(JSON.parse(jsonError(known, at)))).toMatchObject({
    kind: 'error',
    code: 'target-unreachable',
    message: 'the target is away',
    hint: 'start it',
  });
  expect(progressEventSchema.parse(JSON.parse(jsonError(new Error('x'), at)))).toMatchObject({
    code: 'internal',
    hint: null,
  });
});

test('off a terminal the words are those of always', () => {
  const { lines, write } = written();
  const watcher = plainWatcher({ stderr: { write }, environment: {}, language: 'en' });
  watcher.tell(everyEvent.planned);
  watcher.tell({ kind: 'target-found', target: targetWith({ simulated: true, notes: ['slow'] }) });
  watcher.tell({ kind: 'deployment', target: 'sglang', state: 'starting', reason: null });
  watcher.tell(everyEvent.deployment);
  watcher.tell(everyEvent.note);
  watcher.tell(everyEvent.log);
  watcher.tell(everyEvent.connection);
  watcher.tell({ kind: 'connection', lost: null });
  watcher.tell(everyEvent.ending);
  watcher.tell({ kind: 'ending', how: 'cutting' });
  watcher.close();
  expect(lines()).toEqual([
    'vllm: simulated vllm 0.11.0, model Qwen/Qwen3-8B, openai-chat, http://127.0.0.1:8001',
    '  note: slow',
    'sglang: starting the server',
    'vllm: the server did not start: it ended with code 1',
    'note: the prefix cache of vllm was not cleared',
    'note: the connection to the agent is lost; trying again',
    'interrupted: starting no more requests, waiting for those in flight (Ctrl-C again stops now)',
    'stopping now; what was measured is kept',
  ]);
});

test('on a terminal a line is drawn while a stage runs, and erased when it has ended', () => {
  const { lines, write } = written();
  const watcher = plainWatcher({
    stderr: { write, isTTY: true, columns: 80 },
    environment: {},
    language: 'en',
  });
  watcher.tell({ kind: 'stage-started', stage: usersStage(), position: 0, total: 2 });
  watcher.tell({ kind: 'stage-ended', stage: endedWith() });
  write('\n');
  watcher.close();
  expect(lines()[0]).toContain('[1/2] vllm, 4 users');
  expect(lines()[0]?.endsWith('\r\u001b[2K')).toBe(true);
});

test('with nobody watching nothing is written', () => {
  for (const event of everyKind) silentWatcher.tell(event);
  silentWatcher.say('x');
  silentWatcher.close();
  expect(silentWatcher.tell(everyEvent.note)).toBeUndefined();
});
