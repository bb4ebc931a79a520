import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../support/start-simulator.ts';
import { openTerminal } from './open-terminal.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal');
});
afterAll(() => simulator.close());

const shortBench = (): string[] => ['bench', simulator.url, '--users', '2', '--requests', '4'];

test('a dumb terminal gets no escape sequence at all', async () => {
  const session = openTerminal(shortBench(), { environment: { TERM: 'dumb' } });
  await session.ended;
  expect(session.bytes).not.toContain('\u001b');
  expect(session.scrollback()).toContain('tok/s');
});

test('--progress line draws on the normal screen alone', async () => {
  const session = openTerminal([...shortBench(), '--progress', 'line']);
  await session.ended;
  expect(session.bytes).not.toContain('\u001b[?1049h');
  expect(session.scrollback()).toContain('tok/s');
});

test('--progress json in a terminal says one event a line', async () => {
  const session = openTerminal([...shortBench(), '--progress', 'json', '--json'], { columns: 4000 });
  await session.ended;
  const lines = session.bytes.split('\n').filter((line) => line.startsWith('{"at"'));
  const kinds = lines.map((line) => (JSON.parse(line) as { readonly kind: string }).kind);
  expect(kinds).toEqual(expect.arrayContaining(['planned', 'target-found', 'stage-started', 'stage-ended']));
});
