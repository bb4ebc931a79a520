import { extname } from 'node:path';
import { nearestName, type Result, resultSchemaName, usageError } from '@kneepoint/core';
import { importRuns, type NamedRun } from './build/import-runs.ts';
import type { ImportIdentity } from './build/imported-result.ts';
import { hasKeys } from './formats/fields.ts';
import type { Importer } from './formats/importer.ts';
import { importers, sourceFormats } from './formats/importers.ts';
import { parseDocuments } from './read/parse-documents.ts';
import { readSource, type SourceText } from './read/read-source.ts';
import type { SourceDocument } from './tables/document-block.ts';
import { importTables } from './tables/import-tables.ts';
import { readCsv } from './tables/read-csv.ts';
import { readMarkdown } from './tables/read-markdown.ts';

/** What is to be imported, and as what. */
export type ImportOrder = {
  /** Paths of the files; several are one comparison, or repeats of one target. */
  readonly files: readonly string[];
  /** One of `sourceFormats`; `null` to tell it by the content. */
  readonly format: string | null;
  /** Path of the mapping, for documents with tables. */
  readonly mapping: string | null;
  /** Names of the targets: none, one for all files, or one for each in their order. */
  readonly targets: readonly string[];
  /** Users in flight, for files that do not say it. */
  readonly users: number | null;
  readonly name: string | null;
  readonly identity: ImportIdentity;
};

/**
 * Other tools' result files, or a person's document with tables, as a result, analysed. Nothing is invented: what the
 * source does not say is unknown with a reason, and what is defined otherwise than here stands in `source.notes`. Throws
 * one usage error (exit code 2) for files that cannot be read, are cut, of no known format, or do not say their load.
 */
export async function importFiles(order: ImportOrder): Promise<Result> {
  checkOrder(order);
  const sources = await Promise.all(order.files.map(readSource));
  if (isTables(order, sources)) return importDocument(order, sources);
  const runs = sources.map((source): NamedRun => {
    const documents = parseDocuments(source);
    const importer = importerOf(documents, source.name, order.format);
    const run = importer.read(documents, { name: source.name, users: order.users });
    return { file: source.name, text: source.text, format: importer.format, run };
  });
  return importRuns(runs, order, order.identity);
}

function checkOrder({ files, format, targets }: ImportOrder): void {
  if (files.length === 0) throw usageError('import-nothing', 'no file is given', 'give one or more files');
  if (format !== null && !sourceFormats.includes(format)) {
    const nearest = nearestName(format, sourceFormats);
    throw usageError(
      'import-format',
      `"${format}" is no format that is read${nearest === null ? '' : `; did you mean ${nearest}?`}`,
      `one of: ${sourceFormats.join(', ')}`,
    );
  }
  if (targets.length > 1 && targets.length !== files.length) {
    throw usageError(
      'import-targets',
      `there are ${targets.length} names of targets for ${files.length} files`,
      'give --target once for all files, or once for each of them',
    );
  }
}

/** Text that is no JSON is a document, where a mapping says how to read it. */
function isTables({ format, mapping }: ImportOrder, sources: readonly SourceText[]): boolean {
  if (format !== null) return format === 'tables';
  const isJson = sources.every(({ text }) => /^\s*[{[]/.test(text));
  const isNamedSo = sources.some(({ name }) => /\.(?:md|markdown|csv|tsv)$/i.test(name));
  return mapping !== null || (!isJson && isNamedSo);
}

async function importDocument(order: ImportOrder, [source, second]: readonly SourceText[]): Promise<Result> {
  if (source === undefined || second !== undefined) {
    throw usageError(
      'import-one-document',
      'one document with tables is read at a time',
      'import them one by one',
    );
  }
  if (order.targets.length > 0) {
    throw usageError('import-targets', 'a mapping names the targets itself', 'leave out --target');
  }
  if (order.mapping === null) {
    throw usageError(
      'import-no-mapping',
      `which of the tables in ${source.name} is about what is not known`,
      'say it in a mapping: --mapping mapping.yaml',
    );
  }
  const mapping = await readSource(order.mapping);
  return importTables({ document: documentOf(source), mapping, name: order.name }, order.identity);
}

function documentOf({ name, text }: SourceText): SourceDocument {
  const isCsv = ['.csv', '.tsv'].includes(extname(name).toLowerCase());
  return { name, text, blocks: isCsv ? [readCsv(text)] : readMarkdown(text) };
}

function importerOf(documents: readonly unknown[], name: string, format: string | null): Importer {
  if (hasKeys(documents[0], 'schema') && Reflect.get(Object(documents[0]), 'schema') === resultSchemaName) {
    throw usageError(
      'import-own-result',
      `${name} is a result of Kneepoint already`,
      'give it to kneepoint report or kneepoint audit as it is',
    );
  }
  const found = importers.find((importer) =>
    format === null ? importer.recognises(documents) : importer.format === format,
  );
  if (found !== undefined) return found;
  throw usageError(
    'import-unknown-format',
    `${name} is of no format that is known here`,
    `these are read: ${sourceFormats.join(', ')}`,
  );
}
