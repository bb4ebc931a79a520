import { exitCodes, KneepointError } from '@kneepoint/core';
import type { Database } from 'better-sqlite3';
import { embeddedMigrations, type Migration } from './embedded-migrations.ts';

/**
 * Brings the database to the newest schema, in one immediate transaction: of two commands that open a new history at
 * the same time the second waits and then finds everything done. The journal is the table drizzle's own migrator keeps,
 * so its tools work on the file. (Its migrator reads a folder, which a bundle of one file does not have.)
 * Throws a KneepointError `store-too-new` when a newer Kneepoint wrote the file.
 */
export function applyMigrations(
  database: Database,
  path: string,
  migrations: readonly Migration[] = embeddedMigrations,
): void {
  database
    .transaction(() => {
      database.exec(
        'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
      );
      const applied = newestApplied(database);
      refuseNewer(applied, migrations, path);
      for (const migration of migrations) {
        if (applied !== null && migration.createdAt <= applied) continue;
        for (const statement of migration.statements) database.exec(statement);
        database
          .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
          .run(migration.hash, migration.createdAt);
      }
    })
    .immediate();
}

function newestApplied(database: Database): number | null {
  const newest: unknown = database.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get();
  return newest === null || newest === undefined ? null : Number(newest);
}

function refuseNewer(applied: number | null, migrations: readonly Migration[], path: string): void {
  const newestKnown = migrations.at(-1)?.createdAt ?? 0;
  if (applied === null || applied <= newestKnown) return;
  throw new KneepointError(`${path} was written by a newer version of Kneepoint`, {
    code: 'store-too-new',
    exitCode: exitCodes.usage,
    hint: 'Update Kneepoint.',
  });
}
