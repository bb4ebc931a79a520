import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { constants, createGzip, type Gzip } from 'node:zlib';
import { type RecordBatch, recordColumns } from '../measurement/record-batch.ts';
import { continued, finishCutGzip, type GzipMark, gzipStart } from './finish-cut-gzip.ts';
import { linesOfStages, partialName, setAsideRecords } from './salvage-records.ts';

/** What a crash may cost of a stage that runs: its records of the last seconds. */
const flushMillis = 2000;

/** Writes `requests.ndjson.gz` while the run goes: one line per request, on disk within seconds and when a stage ends. */
export class RequestRecordsWriter {
  readonly #path: string;
  readonly #gzip: Gzip;
  readonly #file: WriteStream;
  readonly #failed = Promise.withResolvers<never>();
  readonly #timer: NodeJS.Timeout;
  #failure: Error | null = null;
  #unflushed = false;
  #written = 0;
  #text: GzipMark = gzipStart;
  /** How much of it is surely on disk. */
  #kept = { records: 0, text: gzipStart };

  /**
   * Begins the file. With `keepStages` it goes on with an interrupted run's: the records of these stages are kept, those
   * of a stage that was not finished are left out.
   */
  static async open(path: string, keepStages: ReadonlySet<string> | null): Promise<RequestRecordsWriter> {
    const earlier = keepStages === null ? null : await setAsideRecords(path);
    const writer = new RequestRecordsWriter(path);
    if (earlier === null || keepStages === null) return writer;
    for await (const line of linesOfStages(earlier, keepStages)) await writer.#copy(line);
    await writer.flush();
    await rm(earlier);
    return writer;
  }

  private constructor(path: string) {
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
    this.#timer = setInterval(() => this.#flushQuietly(), flushMillis);
    this.#timer.unref();
  }

  /** Why the file cannot be written any more; `null` while it can. */
  get failure(): Error | null {
    return this.#failure;
  }

  /** Records in the file; of one that cannot be written any more, those up to its last stage that was whole. */
  get count(): number {
    return this.#failure === null ? this.#written : this.#kept.records;
  }

  write(stageId: string, batch: RecordBatch): void {
    let lines = '';
    for (let row = 0; row < batch.count; row++) lines += `${recordLine(stageId, batch, row)}\n`;
    this.#written += batch.count;
    if (this.#failure !== null) return;
    this.#text = continued(this.#text, lines);
    this.#gzip.write(lines);
    this.#unflushed = true;
  }

  async #copy(line: string): Promise<void> {
    this.#written++;
    if (this.#failure !== null) return;
    this.#text = continued(this.#text, `${line}\n`);
    if (!this.#gzip.write(`${line}\n`)) await once(this.#gzip, 'drain');
  }

  #flushQuietly(): void {
    if (this.#unflushed && this.#failure === null) this.#gzip.flush(constants.Z_SYNC_FLUSH);
    this.#unflushed = false;
  }

  /** Puts what was written so far on disk in a form that a reader can unpack. Throws the system's error, also when it comes while waiting. */
  async flush(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    const [records, text] = [this.#written, this.#text];
    const flushed = new Promise<void>((resolve) => this.#gzip.flush(constants.Z_SYNC_FLUSH, () => resolve()));
    await Promise.race([flushed, this.#failed.promise]);
    await this.#onDisk();
    // What came while this waited may be in the file, too: then where the flush ended in it is not known.
    if (records === this.#written)
      this.#kept = { records, text: { ...text, fileBytes: this.#file.bytesWritten } };
  }

  /** What gzip has put out may still be on its way to the file. */
  async #onDisk(): Promise<void> {
    while (this.#gzip.readableLength > 0 || this.#file.writableLength > 0) {
      if (this.#failure !== null) throw this.#failure;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /**
   * Ends the file and gives it its name. One that could not be written to its end gets it, too, with what it had when its
   * last whole stage ended. Throws what went wrong after that.
   */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#failure === null) {
      this.#gzip.end();
      await finished(this.#file).catch((error: Error) => {
        this.#failure ??= error;
      });
    }
    if (this.#failure !== null) await finishCutGzip(partialName(this.#path), this.#kept.text);
    await rename(partialName(this.#path), this.#path);
    if (this.#failure !== null) throw this.#failure;
  }
}

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
