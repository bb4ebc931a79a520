import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyMigrations } from './apply-migrations.ts';
import { openDatabase } from './open-database.ts';
import { recentRuns } from './recent-runs.ts';

const historyPath = (): string => join(mkdtempSync(join(tmpdir(), 'kneepoint-recent-')), 'history.db');

test('the newest runs come first, and no more than asked for', () => {
  const path = historyPath();
  const database = openDatabase(path);
  applyMigrations(database, path);
  for (const day of [1, 3, 2])
    database
      .prepare(
        "insert into runs (id, name, created_at, targets, stage_count, verdict, result_path, document) values (?, ?, ?, '[]', 1, 'valid', '', x'')",
      )
      .run(`run-${day}`, `day ${day}`, `2026-01-0${day}T00:00:00.000Z`);
  database.close();
  expect(recentRuns(path, 2).map(({ id }) => id)).toEqual(['run-3', 'run-2']);
});

test('a file that is not there is not made', () => {
  expect(() => recentRuns(historyPath(), 5)).toThrow();
});
