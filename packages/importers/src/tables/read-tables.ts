import { assertNever } from '@kneepoint/core';
import type { SourceDocument } from './document-block.ts';
import type { MappingProblems } from './mapping-problems.ts';
import type { MappedTable, MetricRow } from './mapping-schema.ts';
import { metricDimension } from './metric-dimension.ts';
import { TableReader, type TableRow } from './table-reader.ts';
import { type TablePlace, type TableStatement, undetermined } from './table-statement.ts';

type Table<Kind extends MappedTable['kind']> = Extract<MappedTable, { kind: Kind }>;

/** What the mapped tables of a document say, cell by cell; unknown cells say nothing. */
export function readTables(
  document: SourceDocument,
  tables: readonly MappedTable[],
  problems: MappingProblems,
): TableStatement[] {
  return tables.flatMap((table, index) => {
    const reader = TableReader.find(document, table.heading, { path: ['tables', index], problems });
    return reader === null ? [] : readTable(reader, table);
  });
}

function readTable(reader: TableReader, table: MappedTable): TableStatement[] {
  switch (table.kind) {
    case 'metrics':
      return readMetrics(reader, table);
    case 'levels':
      return readLevels(reader, table);
    case 'memory':
      return readMemory(reader, table);
    case 'languages':
      return readLanguages(reader, table);
    default:
      return assertNever(table);
  }
}

/** One cell a target: the statement that `say` makes of its value. */
function eachTarget(
  table: MappedTable,
  readCell: (column: string, path: readonly (string | number)[]) => number | null,
  say: (target: string, value: number) => TableStatement,
): TableStatement[] {
  return Object.entries(table.columns).flatMap(([target, column]) => {
    const value = readCell(column, ['columns', target]);
    return value === null ? [] : [say(target, value)];
  });
}

function readMetrics(reader: TableReader, table: Table<'metrics'>): TableStatement[] {
  const { suite, users } = table;
  const place: TablePlace = { suite, users, language: undetermined };
  return Object.entries(table.rows).flatMap(([label, wanted]) => {
    const row = reader.row(label, [...reader.path, 'rows', label]);
    if (row === null) return [];
    const unit = wanted.unit ?? null;
    const dimension = rowDimension(wanted);
    return eachTarget(
      table,
      (column, path) => reader.quantity(row, column, { dimension, unit, path: [...reader.path, ...path] }),
      (target, value) => rowStatement(wanted, { target, value, place, requests: table.requests ?? null }),
    );
  });
}

function rowDimension(row: MetricRow) {
  switch (row.kind) {
    case 'metric':
      return metricDimension(row.metric);
    case 'memory':
      return 'memory';
    case 'start-up':
      return 'time';
    default:
      return assertNever(row);
  }
}

type RowValue = {
  readonly target: string;
  readonly value: number;
  readonly place: TablePlace;
  readonly requests: number | null;
};

function rowStatement(row: MetricRow, { target, value, place, requests }: RowValue): TableStatement {
  switch (row.kind) {
    case 'metric':
      return { kind: 'metric', target, place, metric: row.metric, value, requests };
    case 'memory':
      return { kind: 'memory', target, phase: row.phase, bytes: value };
    case 'start-up':
      return { kind: 'start-up', target, seconds: value / 1e6 };
    default:
      return assertNever(row);
  }
}

function readLevels(reader: TableReader, table: Table<'levels'>): TableStatement[] {
  const { suite, metric, unit = null, requests = null } = table;
  const dimension = metricDimension(metric);
  return reader.rows.flatMap((row) => {
    const users = reader.quantity(row, table.users, {
      dimension: 'number',
      unit: null,
      path: [...reader.path, 'users'],
    });
    if (users === null) return [];
    const place: TablePlace = { suite, users, language: undetermined };
    return eachTarget(
      table,
      (column, path) => reader.quantity(row, column, { dimension, unit, path: [...reader.path, ...path] }),
      (target, value) => ({ kind: 'metric', target, place, metric, value, requests }),
    );
  });
}

function readMemory(reader: TableReader, table: Table<'memory'>): TableStatement[] {
  const { unit = null } = table;
  return Object.entries(table.rows).flatMap(([label, phase]) => {
    const row = reader.row(label, [...reader.path, 'rows', label]);
    if (row === null) return [];
    return eachTarget(
      table,
      (column, path) =>
        reader.quantity(row, column, { dimension: 'memory', unit, path: [...reader.path, ...path] }),
      (target, bytes) => ({ kind: 'memory-phase', target, phase, bytes, label }),
    );
  });
}

function readLanguages(reader: TableReader, table: Table<'languages'>): TableStatement[] {
  const { metric, unit = null, users } = table;
  const dimension = metricDimension(metric);
  return Object.entries(table.rows).flatMap(([label, language]) => {
    const row = reader.row(label, [...reader.path, 'rows', label]);
    if (row === null) return [];
    const place: TablePlace = { suite: 'languages', users, language };
    return [
      ...eachTarget(
        table,
        (column, path) => reader.quantity(row, column, { dimension, unit, path: [...reader.path, ...path] }),
        (target, value) => ({ kind: 'metric', target, place, metric, value, requests: null }),
      ),
      ...wordsOf(reader, row, { kind: 'prompt', column: table.prompt, place }),
      ...wordsOf(reader, row, { kind: 'rating', column: table.rating, place }),
    ];
  });
}

type WordColumn = {
  readonly kind: 'prompt' | 'rating';
  readonly column: string | undefined;
  readonly place: TablePlace;
};

function wordsOf(reader: TableReader, row: TableRow, { kind, column, place }: WordColumn): TableStatement[] {
  if (column === undefined) return [];
  const cell = reader.cell(row, column, [...reader.path, kind]);
  const text = (cell ?? '').replace(/^["“”「『']|["“”」』']$/gu, '').trim();
  return text === '' ? [] : [{ kind, place, text }];
}
