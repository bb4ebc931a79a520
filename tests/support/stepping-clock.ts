/**
 * Loaded before a program (`node --import`), in each of its threads: from then on the wall clock steps by hours, forwards
 * and backwards, many times a second. The monotonic clock goes on as ever. Each thread leaves a file in the folder that
 * STEPPING_CLOCK_FOLDER names, so that a test knows that it was there.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

const stepMillis = 7 * 3_600_000;
const holdMillis = 40;
const TrueDate = Date;

/** +7 h, -7 h, +7 h ...: no difference of two readings over more than a moment is right but by chance. */
const stepped = (): number =>
  TrueDate.now() + (Math.floor(performance.now() / holdMillis) % 2 === 0 ? stepMillis : -stepMillis);

class SteppingDate extends TrueDate {
  static override now(): number {
    return stepped();
  }

  constructor(...parts: readonly [] | ConstructorParameters<typeof TrueDate>) {
    if (parts.length === 0) super(stepped());
    else super(...(parts as ConstructorParameters<typeof TrueDate>));
  }
}

globalThis.Date = SteppingDate as DateConstructor;
const folder = process.env['STEPPING_CLOCK_FOLDER'];
if (folder !== undefined) writeFileSync(join(folder, `thread-${threadId}`), '');
