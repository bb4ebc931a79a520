import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { DatasetFormat } from '../../plan/prompt-plan.ts';
import { ArraySplitter } from './array-splitter.ts';
import { assertDataFile } from './data-file.ts';
import type { DatasetPack } from './dataset-pack.ts';
import { badEntries, emptyDataset } from './dataset-problems.ts';
import { detectFormat, firstCharacters } from './detect-format.ts';
import { entryParsers } from './entry-parsers.ts';
import type { EntrySplitter, RawEntry } from './entry-splitter.ts';
import { LineSplitter } from './line-splitter.ts';
import { PackWriter } from './pack-writer.ts';
import { badEntry, type ParsedEntry } from './parsed-entry.ts';

/** How a dataset's file is read. */
export type DatasetFileOptions = {
  /** `auto` goes by the first entry. */
  readonly format: 'auto' | DatasetFormat;
  /** Leaves bad entries out and counts them; else the first ones are told in a usage error. */
  readonly skipBadLines: boolean;
  /** The largest file, in bytes; 2 GiB if not said. */
  readonly limitBytes?: number;
};

const defaultLimitBytes = 2 * 1024 ** 3;
const readBytes = 1 << 20;
/** Bad entries that an error tells one by one. */
const toldProblems = 3;

/**
 * Reads a dataset: ShareGPT (a JSON array, or an object a line), OpenAI messages or batch lines, `{prompt}` lines, or text
 * with a prompt a line. The file is read in pieces and parsed entry by entry, so the memory it takes is that of its texts,
 * twice for a moment at the end; one entry may have 64 MiB. UTF-8 with or without a byte order mark, LF or CRLF; empty
 * lines are left out. Rejects with a usage error that names file, line or entry, and field.
 */
export async function readDatasetFile(path: string, options: DatasetFileOptions): Promise<DatasetPack> {
  await assertDataFile(path, 'dataset', options.limitBytes ?? defaultLimitBytes);
  const format = options.format === 'auto' ? await detectFormat(path, options.skipBadLines) : options.format;
  const isArray = format === 'sharegpt' && (await firstCharacters(path)).startsWith('[');
  const splitter = isArray ? new ArraySplitter(path) : new LineSplitter(path);
  const intake = new Intake(splitter, format);
  for await (const chunk of createReadStream(path, { highWaterMark: readBytes })) {
    intake.takeAll(splitter.push(chunk as Buffer));
  }
  intake.takeAll(splitter.end());
  const { writer, problems, bad } = intake;
  if (bad > 0 && !options.skipBadLines) throw badEntries(path, problems, bad);
  if (writer.count === 0) throw emptyDataset(path, problems, bad);
  return writer.finish(basename(path), format, bad);
}

/** Parses entries into a pack and keeps count of the bad ones. */
class Intake {
  readonly writer: PackWriter = new PackWriter();
  readonly problems: string[] = [];
  bad = 0;
  readonly #unit: EntrySplitter['unit'];
  readonly #parse: (text: string) => ParsedEntry;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(splitter: EntrySplitter, format: DatasetFormat) {
    this.#unit = splitter.unit;
    this.#parse = entryParsers[format];
  }

  takeAll(entries: Iterable<RawEntry>): void {
    for (const { number, bytes } of entries) {
      const parsed = this.#parsed(bytes);
      if (parsed?.kind === 'entry') this.writer.add(parsed.entry);
      else if (parsed !== null) this.#refuse(`${this.#unit} ${number}: ${parsed.problem}`);
    }
  }

  #refuse(problem: string): void {
    this.bad += 1;
    if (this.problems.length < toldProblems) this.problems.push(problem);
  }

  /** `null` for an empty line. */
  #parsed(bytes: Uint8Array): ParsedEntry | null {
    let text: string;
    try {
      text = this.#decoder.decode(bytes);
    } catch {
      return badEntry('it is no UTF-8 text: save the file as UTF-8, unpacked');
    }
    return this.#unit === 'line' && text.trim() === '' ? null : this.#parse(text);
  }
}
