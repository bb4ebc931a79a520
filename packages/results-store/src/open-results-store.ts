import type { ResultsStore } from './results-store.ts';
import { applyMigrations } from './sqlite/apply-migrations.ts';
import { fillSearchText } from './sqlite/fill-search-text.ts';
import { openDatabase } from './sqlite/open-database.ts';
import { sqliteResultsStore } from './sqlite/sqlite-results-store.ts';

/**
 * Opens the result history at a path (`:memory:` for one that is not kept), creating it when there is none.
 * Throws a KneepointError with a hint when the file is not a database, was written by a newer version, or cannot be written.
 */
export function openResultsStore(path: string): ResultsStore {
  const database = openDatabase(path);
  try {
    applyMigrations(database, path);
    fillSearchText(database);
    return sqliteResultsStore(database);
  } catch (error) {
    database.close();
    throw error;
  }
}
