import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EventLog } from './event-log.ts';
import type { EncodedEvent } from './event-ring.ts';

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kneepoint-events-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'events.ndjson');
}

const note = (text: string) => ({ kind: 'note', text }) as const;
const never = new AbortController().signal;

async function all(events: AsyncGenerator<EncodedEvent>): Promise<readonly string[]> {
  const shown: string[] = [];
  for await (const { json } of events) {
    const { kind, text, from, to } = JSON.parse(json);
    shown.push(kind === 'events-skipped' ? `skipped ${from}-${to}` : text);
  }
  return shown;
}

test('a listener gets what was before it came and what comes after', async () => {
  const log = new EventLog(newPath());
  log.append(note('1'));
  const listening = all(log.follow(0, never));
  log.append(note('2'));
  await log.close();
  expect(await listening).toEqual(['1', '2']);
});

test('a listener that comes back gets what followed the last event it had, also what has left the memory', async () => {
  const log = new EventLog(newPath(), { capacity: 3 });
  for (let number = 1; number <= 10; number++) log.append(note(String(number)));
  const listening = all(log.follow(2, never));
  await log.close();
  expect(await listening).toEqual(['3', '4', '5', '6', '7', '8', '9', '10']);
});

test('a listener that is too slow is told what it missed, and goes on with what is there', async () => {
  const log = new EventLog(newPath(), { capacity: 3 });
  log.append(note('1'));
  const slow = log.follow(0, never);
  expect(JSON.parse((await slow.next()).value?.json ?? '')).toMatchObject({ text: '1' });
  for (let number = 2; number <= 10; number++) log.append(note(String(number)));
  await log.close();
  expect(await all(slow)).toEqual(['skipped 2-7', '8', '9', '10']);
});

test('a log goes on after a restart with numbers that nobody has seen, past a line that was cut short', async () => {
  const path = newPath();
  const before = new EventLog(path);
  before.append(note('before'));
  await before.close();
  appendFileSync(path, '{"id":2,"kind":"no');
  const after = await EventLog.reopen(path);
  after.append(note('after'));
  await after.close();
  const events: EncodedEvent[] = [];
  for await (const event of EventLog.ended(path).follow(0, never)) events.push(event);
  expect(events.map(({ json }) => JSON.parse(json).text)).toEqual(['before', 'after']);
  expect(events[1]?.id).toBeGreaterThan(1_000_000);
});

test('passing events reach those who listen and are not on disk', async () => {
  const path = newPath();
  const log = new EventLog(path);
  const listening = all(log.follow(0, never));
  log.append({ kind: 'probe', sample: {}, gpus: [] });
  log.append({
    kind: 'server',
    target: 'a',
    sample: { running: { mean: 1, max: 2 }, waiting: null, kvUse: null },
  });
  log.append(note('kept'));
  await log.close();
  expect(await listening).toHaveLength(3);
  expect(await all(EventLog.ended(path).follow(0, never))).toEqual(['kept']);
});

test('a listener that leaves ends its stream at once', async () => {
  const log = new EventLog(newPath());
  const left = new AbortController();
  const listening = all(log.follow(0, left.signal));
  left.abort();
  expect(await listening).toEqual([]);
});
