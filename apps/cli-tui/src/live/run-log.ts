import { terminalText } from '../screen/terminal-text.ts';
import type { LiveLine } from './live-run.ts';

/** Lines that a person can scroll back over; older ones go. */
export const keptLines = 400;
/** A line is cut where no screen would show more of it. */
const lineLength = 500;

/** The log with a line more, cleaned of everything that could move a cursor. */
export function withLine(log: readonly LiveLine[], line: LiveLine): readonly LiveLine[] {
  const text = terminalText(line.text.slice(0, lineLength)).replace(/\s+/g, ' ').trim();
  return text === '' ? log : [...log.slice(-(keptLines - 1)), { ...line, text }];
}
