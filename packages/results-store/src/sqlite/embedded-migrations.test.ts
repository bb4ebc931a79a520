import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { applyMigrations } from './apply-migrations.ts';
import { embeddedMigrations } from './embedded-migrations.ts';
import { readMigrations } from './read-migrations.ts';

const folder = join(import.meta.dirname, '..', '..', 'drizzle', 'sqlite');

test('the embedded migrations are those of the folder', () => {
  expect(embeddedMigrations).toEqual(readMigrations(folder));
});

test("they leave the same tables and journal as drizzle's own migrator", () => {
  const [ours, theirs] = [new Database(':memory:'), new Database(':memory:')];
  applyMigrations(ours, 'ours');
  migrate(drizzle(theirs), { migrationsFolder: folder });
  const shape = 'SELECT name, type FROM sqlite_master ORDER BY name';
  const journal = 'SELECT hash, created_at FROM __drizzle_migrations';
  expect(ours.prepare(shape).all()).toEqual(theirs.prepare(shape).all());
  expect(ours.prepare(journal).all()).toEqual(theirs.prepare(journal).all());
});

test('a later migration is applied once, after those that the file has', () => {
  const database = new Database(':memory:');
  applyMigrations(database, 'history.db');
  const later = {
    tag: '9999_later',
    createdAt: (embeddedMigrations.at(-1)?.createdAt ?? 0) + 1,
    hash: 'later',
    statements: ['ALTER TABLE runs ADD COLUMN note text'],
  };
  applyMigrations(database, 'history.db', [...embeddedMigrations, later]);
  applyMigrations(database, 'history.db', [...embeddedMigrations, later]);
  expect(database.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get()).toBe(
    embeddedMigrations.length + 1,
  );
});

test('a migration that fails leaves nothing behind', () => {
  const database = new Database(':memory:');
  const broken = {
    tag: '0000_broken',
    createdAt: 1,
    hash: 'broken',
    statements: ['CREATE TABLE half (id text)', 'THIS IS NOT SQL'],
  };
  expect(() => applyMigrations(database, 'history.db', [broken])).toThrow();
  expect(database.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'half'").pluck().get()).toBe(0);
});
