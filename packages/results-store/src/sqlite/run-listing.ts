import { count, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { ResultsStore, StoredRun } from '../results-store.ts';
import { runCondition, runOrdering } from './run-conditions.ts';
import { runsTable } from './schema.ts';
import { toStoredRun } from './stored-run-row.ts';

/** More rows than any file holds: an offset needs a limit before it. */
const noLimit = Number.MAX_SAFE_INTEGER;

/** The questions about many runs; all of them are answered from the index `runs_listing`, without the documents. */
export function runListing(
  orm: BetterSQLite3Database,
): Pick<ResultsStore, 'list' | 'count' | 'positionOf' | 'targetNames'> {
  const { document: _document, searchText: _searchText, ...listedColumns } = getTableColumns(runsTable);
  return {
    list: (query = {}): StoredRun[] =>
      orm
        .select(listedColumns)
        .from(runsTable)
        .where(runCondition(query))
        .orderBy(...runOrdering(query.order))
        .limit(query.limit ?? noLimit)
        .offset(query.offset ?? 0)
        .all()
        .map(toStoredRun),
    count: (filter = {}) =>
      orm.select({ runs: count() }).from(runsTable).where(runCondition(filter)).get()?.runs ?? 0,
    positionOf: (id, query = {}): number | null => {
      const order = sql.join(runOrdering(query.order), sql`, `);
      const row = orm.get<{ position: number } | undefined>(
        sql`SELECT position FROM (SELECT ${runsTable.id} AS id, row_number() OVER (ORDER BY ${order}) - 1 AS position FROM ${runsTable}${whereOf(runCondition(query))}) WHERE id = ${id}`,
      );
      return row?.position ?? null;
    },
    targetNames: () =>
      orm
        .all<{ name: string }>(
          sql`SELECT DISTINCT value AS name FROM ${runsTable}, json_each(${runsTable.targets}) ORDER BY value`,
        )
        .map(({ name }) => name),
  };
}

function whereOf(condition: SQL | undefined): SQL {
  return condition === undefined ? sql`` : sql` WHERE ${condition}`;
}
