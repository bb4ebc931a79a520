import { createReadStream } from 'node:fs';
import { appendFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { EncodedEvent } from './event-ring.ts';

/** So long may the file of one job's events grow; after that only what matters is written, of which a plan bounds the number. */
const mostBytes = 128 * 1024 * 1024;
const lineSchema = z.looseObject({ id: z.number().int(), kind: z.string() });

/** The events of a job on disk, one JSON line each. Lines leave in batches; nobody waits for the disk. */
export class EventFile {
  readonly #path: string;
  #waiting = '';
  #bytes = 0;
  #writing: Promise<void> | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** Queues an event; one that matters is written even when the file is full. */
  append(event: EncodedEvent, matters: boolean): void {
    if (this.#bytes > mostBytes && !matters) return;
    this.#bytes += event.json.length + 1;
    this.#waiting += `${event.json}\n`;
    this.#writing ??= this.#write();
  }

  /** Resolves when all that was appended is in the file, or cannot be: a full disk is no reason to end a job. */
  async flush(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#waiting !== '') {
      const lines = this.#waiting;
      this.#waiting = '';
      await appendFile(this.#path, lines, { mode: 0o600 }).catch(() => undefined);
    }
    this.#writing = null;
  }

  /** The events of at least this id, in their order. A line that a crash cut short is left out. */
  async *readFrom(id: number): AsyncGenerator<EncodedEvent> {
    await this.flush();
    if ((await stat(this.#path).catch(() => null)) === null) return;
    const input = createReadStream(this.#path);
    try {
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        const event = readLine(line);
        if (event !== null && event.id >= id) yield event;
      }
    } finally {
      input.destroy();
    }
  }

  /** The id of the last event in the file; 0 where there is none. */
  async lastId(): Promise<number> {
    let last = 0;
    for await (const event of this.readFrom(0)) last = Math.max(last, event.id);
    return last;
  }

  /** Puts an end to a line that a crash cut short, so that the next one does not become part of it. */
  async mend(): Promise<void> {
    if ((await stat(this.#path).catch(() => null)) !== null)
      await appendFile(this.#path, '\n').catch(() => undefined);
  }
}

function readLine(line: string): EncodedEvent | null {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(line));
    return parsed.success ? { id: parsed.data.id, kind: parsed.data.kind, json: line } : null;
  } catch {
    return null;
  }
}
