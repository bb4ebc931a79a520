import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../support/start-simulator.ts';
import { TerminalSession } from '../support/terminal.ts';

let simulator: Simulator;
const sessions: TerminalSession[] = [];
beforeAll(async () => {
  simulator = await startSimulator('--profile', 'ideal');
});
afterEach(() => {
  for (const session of sessions.splice(0)) session.close();
});
afterAll(() => simulator.close());

const open = (...parameters: ConstructorParameters<typeof TerminalSession>): TerminalSession => {
  const session = new TerminalSession(...parameters);
  sessions.push(session);
  return session;
};

/** Nothing but colours and a line that is drawn over itself: a terminal that knows no more shows it right. */
const movesTheCursor = /\u001b\[[0-9;?]*[A-HJSTfhl]/;

test('a dumb terminal gets no escape sequence at all', async () => {
  const session = open(['bench', simulator.url, '--users', '2', '--requests', '20'], {
    environment: { TERM: 'dumb' },
  });
  await session.ended;
  expect(session.bytes).not.toContain('\u001b[3');
  expect(session.bytes).not.toMatch(movesTheCursor);
  expect(session.isAlternate).toBe(false);
  expect(session.scrollback()).toContain('tok/s');
});

test('--progress line draws one line and leaves the result on the normal screen', async () => {
  const session = open(['bench', simulator.url, '--users', '2', '--requests', '20', '--progress', 'line']);
  await session.ended;
  expect(session.bytes).not.toContain('\u001b[?1049h');
  expect(session.scrollback()).toContain('tok/s');
});
