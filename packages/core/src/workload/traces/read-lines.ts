import { createReadStream } from 'node:fs';
import { endlessLine } from './trace-problems.ts';

const readBytes = 1 << 20;
/** A line of half a million block numbers has a tenth of this. */
const maximumLineLength = 64 * 1024 ** 2;

/**
 * Calls `take` with each line of a UTF-8 file and its number from 1, without its end (LF or CRLF) and without a byte
 * order mark. The file is read in pieces: only the line that is being read is held.
 */
export async function readLines(path: string, take: (line: string, number: number) => void): Promise<void> {
  let held = '';
  let number = 0;
  const end = (line: string): void => {
    number += 1;
    const start = number === 1 && line.startsWith('\uFEFF') ? 1 : 0;
    take(line.slice(start, line.endsWith('\r') ? -1 : undefined), number);
  };
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: readBytes })) {
    const text = String(piece);
    let start = 0;
    for (let stop = text.indexOf('\n'); stop >= 0; stop = text.indexOf('\n', start)) {
      end(held + text.slice(start, stop));
      held = '';
      start = stop + 1;
    }
    held += text.slice(start);
    if (held.length > maximumLineLength) throw endlessLine(path, number + 1, maximumLineLength);
  }
  if (held !== '') end(held);
}
