import { basename } from 'node:path';
import { assertDataFile } from '../datasets/data-file.ts';
import { detectTraceFormat, formatReaders } from './format-readers.ts';
import { readLines } from './read-lines.ts';
import { TraceColumns } from './trace-columns.ts';
import type { TraceData } from './trace-data.ts';
import type { TraceFormat } from './trace-format.ts';
import { badLines, emptyTrace, unclearFormat, wrongBeginning } from './trace-problems.ts';
import type { LineReader } from './trace-row.ts';

/** How a trace file is read. */
export type TraceFileOptions = {
  /** `auto` goes by the first line. */
  readonly format: 'auto' | TraceFormat;
  /** Leaves bad lines out and counts them; else the first ones are told in a usage error. */
  readonly skipBadLines: boolean;
};

/** Bad lines that an error tells one by one. */
const toldProblems = 3;

/**
 * Reads recorded requests: JSON lines as Mooncake's, the CSV files of Azure and BurstGPT, or one number of seconds a
 * line. The file is read line by line and of any size; what stays is 16 bytes a request and 4 a block. UTF-8 with or
 * without a byte order mark, LF or CRLF; empty lines are left out. Instants count from the first request that was read.
 *
 * Rejects with a usage error that names file, line and field: no such file, a format that does not show, a bad line, a
 * line that goes back in time, no request at all. `skipBadLines` counts the bad lines and those that go back instead.
 */
export async function readTraceFile(path: string, options: TraceFileOptions): Promise<TraceData> {
  await assertDataFile(path, 'trace', Number.POSITIVE_INFINITY);
  const intake = new TraceIntake(path, options);
  await readLines(path, (line, number) => intake.take(line, number));
  return intake.finish();
}

/** Turns lines into columns and keeps count of the bad ones. */
class TraceIntake {
  readonly #path: string;
  readonly #options: TraceFileOptions;
  readonly #columns = new TraceColumns();
  readonly #told: string[] = [];
  #bad = 0;
  #read: LineReader | null = null;
  #unclear: { readonly number: number; readonly line: string } | null = null;

  constructor(path: string, options: TraceFileOptions) {
    this.#path = path;
    this.#options = options;
  }

  take(line: string, number: number): void {
    if (line.trim() === '') return;
    if (this.#read === null) this.#begin(line, number);
    else this.#takeRow(this.#read, line, number);
  }

  finish(): TraceData {
    if (this.#read === null && this.#unclear !== null) {
      throw unclearFormat(this.#path, this.#unclear.number, this.#unclear.line);
    }
    if (this.#bad > 0 && !this.#options.skipBadLines) throw badLines(this.#path, this.#told, this.#bad);
    if (this.#columns.count === 0) throw emptyTrace(this.#path, this.#told, this.#bad);
    return this.#columns.finish(basename(this.#path), this.#bad);
  }

  /** Finds the reader of the file by a line that may be its first. */
  #begin(line: string, number: number): void {
    const format = this.#options.format === 'auto' ? detectTraceFormat(line) : this.#options.format;
    if (format === null) {
      this.#unclear ??= { number, line };
      if (!this.#options.skipBadLines) throw unclearFormat(this.#path, number, line);
      this.#refuse(number, 'it is of no known format');
      return;
    }
    const started = formatReaders[format].start(line);
    if (started.kind === 'problem') {
      throw wrongBeginning(this.#path, format, `line ${number}: ${started.problem}`);
    }
    this.#read = started.read;
    if (!started.isHeader) this.#takeRow(started.read, line, number);
  }

  #takeRow(read: LineReader, line: string, number: number): void {
    const row = read(line);
    if (row.kind === 'problem') {
      this.#refuse(number, row.problem);
    } else if (row.micros < this.#columns.lastMicros) {
      const back = (this.#columns.lastMicros - row.micros) / 1_000_000;
      this.#refuse(number, `its timestamp is ${back} s before the line above; sort the file by time`);
    } else {
      this.#columns.add(row);
    }
  }

  #refuse(number: number, problem: string): void {
    this.#bad += 1;
    if (this.#told.length < toldProblems) this.#told.push(`line ${number}: ${problem}`);
  }
}
