import { createWriteStream, type WriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { constants, createGzip, type Gzip } from 'node:zlib';
import { type RecordBatch, recordColumns } from '../measurement/record-batch.ts';

/** Writes `requests.ndjson.gz` while the run goes: one line per request, flushed when a stage ends. */
export class RequestRecordsWriter {
  readonly #path: string;
  readonly #gzip: Gzip;
  readonly #file: WriteStream;
  readonly #failed = Promise.withResolvers<never>();
  #failure: Error | null = null;
  count = 0;

  constructor(path: string) {
    this.#path = path;
    this.#gzip = createGzip({ level: constants.Z_BEST_SPEED });
    this.#file = createWriteStream(partialName(path));
    const remember = (error: Error): void => {
      this.#failure ??= error;
      this.#failed.reject(error);
      this.#gzip.destroy();
    };
    this.#failed.promise.catch(() => undefined);
    this.#gzip.on('error', remember);
    this.#file.on('error', remember);
    this.#gzip.pipe(this.#file);
  }

  write(stageId: string, batch: RecordBatch): void {
    let lines = '';
    for (let row = 0; row < batch.count; row++) lines += `${recordLine(stageId, batch, row)}\n`;
    this.count += batch.count;
    if (this.#failure === null) this.#gzip.write(lines);
  }

  /** Puts what was written so far on disk in a form that a reader can unpack. Throws the system's error, also when it comes while waiting. */
  async flush(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    const flushed = new Promise<void>((resolve) => this.#gzip.flush(constants.Z_SYNC_FLUSH, () => resolve()));
    await Promise.race([flushed, this.#failed.promise]);
  }

  /** Ends the file and gives it its name. */
  async close(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    this.#gzip.end();
    await finished(this.#file);
    if (this.#failure !== null) throw this.#failure;
    await rename(partialName(this.#path), this.#path);
  }
}

const partialName = (path: string): string => `${path}.partial`;

/** One request's marks and counts; what did not happen is `null`. */
function recordLine(stageId: string, batch: RecordBatch, row: number): string {
  const record: Record<string, unknown> = { stage: stageId, ...batch.words[row] };
  for (const [column, name] of recordColumns.entries()) {
    const value = batch.rows[row * recordColumns.length + column] ?? -1;
    record[name] = flagNames.has(name) ? value === 1 : value < 0 ? null : value;
  }
  return JSON.stringify(record);
}

const flagNames = new Set<string>(['warmup', 'firstWave', 'openedConnection']);
