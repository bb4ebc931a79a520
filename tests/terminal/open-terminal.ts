import { afterEach, onTestFailed } from 'vitest';
import { type TerminalOptions, TerminalSession } from '../support/terminal.ts';

const sessions: TerminalSession[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.close();
});

/** Opens a terminal that ends with its test; a test that fails shows what was on it. */
export function openTerminal(words: readonly string[], options: TerminalOptions = {}): TerminalSession {
  const session = new TerminalSession(words, options);
  sessions.push(session);
  onTestFailed(() => console.log(session.text()));
  return session;
}
