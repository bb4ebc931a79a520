import { type Result, usageError } from '@kneepoint/core';
import type { Database } from 'better-sqlite3';
import { desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { compressResult, readCompressedResult } from '../compressed-document.ts';
import type { ResultsStore, StoredResult, StoredRun } from '../results-store.ts';
import { summarizeRun } from '../summarize-run.ts';
import { runsTable } from './schema.ts';

type Row = typeof runsTable.$inferSelect;
type ListedRow = Omit<Row, 'document'>;

/** How many candidates the error about an ambiguous id names. */
const namedCandidates = 5;

/** The history over an open, migrated SQLite database, which `close` closes. */
export function sqliteResultsStore(database: Database): ResultsStore {
  const orm = drizzle(database);
  const { document: _document, ...listedColumns } = getTableColumns(runsTable);

  return {
    save(result: Result, resultPath: string): void {
      const row = toRow(summarizeRun(result, resultPath), compressResult(result));
      orm.insert(runsTable).values(row).onConflictDoUpdate({ target: runsTable.id, set: row }).run();
    },
    list(options = {}): StoredRun[] {
      const query = orm
        .select(listedColumns)
        .from(runsTable)
        .orderBy(desc(runsTable.createdAt), desc(runsTable.id));
      const rows = options.limit === undefined ? query.all() : query.limit(options.limit).all();
      return rows.map(toStoredRun);
    },
    get(idOrUniquePrefix: string): StoredResult | null {
      const id = resolveId(idOrUniquePrefix);
      if (id === null) return null;
      const row = orm.select().from(runsTable).where(eq(runsTable.id, id)).get();
      return row === undefined
        ? null
        : { ...toStoredRun(row), result: readCompressedResult(row.id, row.document) };
    },
    close(): void {
      database.close();
    },
  };

  /** An exact id wins over ids that it begins; LIKE is not used because an id may hold its wildcards. */
  function resolveId(prefix: string): string | null {
    if (prefix === '') return null;
    const candidates = orm
      .select({ id: runsTable.id })
      .from(runsTable)
      .where(sql`substr(${runsTable.id}, 1, length(${prefix})) = ${prefix}`)
      .orderBy(runsTable.id)
      .all()
      .map((row) => row.id);
    if (candidates.includes(prefix)) return prefix;
    if (candidates.length > 1) throw ambiguous(prefix, candidates);
    return candidates[0] ?? null;
  }
}

function ambiguous(prefix: string, candidates: readonly string[]): Error {
  const named = candidates.slice(0, namedCandidates).join(', ');
  const more = candidates.length > namedCandidates ? `, and ${candidates.length - namedCandidates} more` : '';
  return usageError(
    'ambiguous-run-id',
    `${candidates.length} stored runs begin with "${prefix}"`,
    `Give more of the id: ${named}${more}.`,
  );
}

function toRow(run: StoredRun, document: Buffer): Row {
  const { best, targets, ...columns } = run;
  return {
    ...columns,
    targets: [...targets],
    bestOutputThroughput: best?.outputTokensPerSecond ?? null,
    bestTarget: best?.target ?? null,
    bestLoad: best?.load ?? null,
    document,
  };
}

function toStoredRun(row: ListedRow): StoredRun {
  const { id, name, createdAt, targets, stageCount, verdict, exitCode, resultPath } = row;
  const { bestOutputThroughput, bestTarget, bestLoad } = row;
  const best =
    bestOutputThroughput === null || bestTarget === null || bestLoad === null
      ? null
      : { outputTokensPerSecond: bestOutputThroughput, target: bestTarget, load: bestLoad };
  return { id, name, createdAt, targets, stageCount, verdict, best, exitCode, resultPath };
}
