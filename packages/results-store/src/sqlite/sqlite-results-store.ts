import { type Result, usageError } from '@kneepoint/core';
import type { Database } from 'better-sqlite3';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { compressResult, readCompressedResult } from '../compressed-document.ts';
import type { ResultsStore, StoredResult } from '../results-store.ts';
import { summarizeRun } from '../summarize-run.ts';
import { runListing } from './run-listing.ts';
import { runsTable } from './schema.ts';
import { toRow, toStoredRun } from './stored-run-row.ts';

/** How many candidates the error about an ambiguous id names. */
const namedCandidates = 5;

/** The history over an open, migrated SQLite database, which `close` closes. */
export function sqliteResultsStore(database: Database): ResultsStore {
  const orm = drizzle(database);
  return {
    save(result: Result, resultPath: string): void {
      const row = toRow(summarizeRun(result, resultPath), compressResult(result));
      orm.insert(runsTable).values(row).onConflictDoUpdate({ target: runsTable.id, set: row }).run();
    },
    ...runListing(orm),
    get(idOrUniquePrefix: string): StoredResult | null {
      const id = resolveId(idOrUniquePrefix);
      if (id === null) return null;
      const row = orm.select().from(runsTable).where(eq(runsTable.id, id)).get();
      return row === undefined
        ? null
        : { ...toStoredRun(row), result: readCompressedResult(row.id, row.document) };
    },
    remove: (id) => orm.delete(runsTable).where(eq(runsTable.id, id)).run().changes > 0,
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
