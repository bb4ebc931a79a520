import BetterSqlite3 from 'better-sqlite3';

/** What a shell shows of a run. */
export type RecentRun = { readonly id: string; readonly name: string; readonly createdAt: string };

/**
 * The newest runs of a history, read straight from the file: it loads nothing of a result, and changes nothing. Throws
 * what SQLite throws, for a file that is no history, too.
 */
export function recentRuns(path: string, limit: number): readonly RecentRun[] {
  const database = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
  try {
    return database
      .prepare<[number], RecentRun>(
        'select id, name, created_at as createdAt from runs order by created_at desc, id desc limit ?',
      )
      .all(limit);
  } finally {
    database.close();
  }
}
