import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openResultsStore } from '../open-results-store.ts';
import { applyMigrations } from './apply-migrations.ts';
import { embeddedMigrations } from './embedded-migrations.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kneepoint-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A history as the first version wrote it. */
function oldHistory(targets: string): string {
  const path = join(folder, 'history.db');
  const database = new Database(path);
  applyMigrations(database, path, embeddedMigrations.slice(0, 1));
  database
    .prepare('INSERT INTO runs VALUES (?, ?, ?, ?, 1, ?, NULL, NULL, NULL, NULL, ?, ?)')
    .run('run-1', '야간 측정', '2026-01-01T00:00:00.000Z', targets, 'valid', '', Buffer.from(''));
  database.close();
  return path;
}

test('the runs of an older history are found by their names', () => {
  const store = openResultsStore(oldHistory('["vllm"]'));
  expect(store.list({ search: '야간 VLLM' }).map((run) => run.id)).toEqual(['run-1']);
  store.close();
});

test('a list of targets that is none does not keep an older history from being opened', () => {
  const store = openResultsStore(oldHistory('broken'));
  expect(store.count({ search: 'broken' })).toBe(1);
  store.close();
});

test('a list, a search and an order are answered from the index alone', () => {
  const path = oldHistory('["vllm"]');
  openResultsStore(path).close();
  const database = new Database(path);
  const plan = (query: string): string =>
    JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${query}`).all());
  const columns = 'id, name, targets, created_at, best_output_throughput, result_path';
  for (const rest of [
    'ORDER BY created_at DESC, id DESC LIMIT 20',
    "WHERE instr(search_text, 'qwen') > 0 ORDER BY search_text LIMIT 20",
    'ORDER BY best_output_throughput IS NULL, best_output_throughput DESC LIMIT 20 OFFSET 9000',
  ]) {
    expect(plan(`SELECT ${columns} FROM runs ${rest}`)).toContain('COVERING INDEX runs_listing');
  }
  database.close();
});
