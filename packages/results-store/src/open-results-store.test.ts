import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openResultsStore } from './open-results-store.ts';
import { describeListing } from './testing/listing-contract.ts';
import { describeResultsStore } from './testing/results-store-contract.ts';
import { sampleResult } from './testing/sample-result.ts';

describeResultsStore('SQLite', () => openResultsStore(':memory:'));
describeListing('SQLite', () => openResultsStore(':memory:'));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kneepoint-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('creates the folders of a new history and finds its runs when it is opened again', () => {
  const path = join(folder, 'a', 'b', 'history.db');
  const first = openResultsStore(path);
  first.save(sampleResult(), 'run.json');
  first.close();
  const second = openResultsStore(path);
  expect(second.list()).toHaveLength(1);
  second.close();
});

test('two stores on one file see each other: a reader does not wait for a writer', () => {
  const path = join(folder, 'history.db');
  const [one, other] = [openResultsStore(path), openResultsStore(path)];
  one.save(sampleResult(), 'run.json');
  expect(other.list()).toHaveLength(1);
  one.close();
  other.close();
});

test('says that a file is not a database and leaves it as it is', () => {
  const path = join(folder, 'history.db');
  writeFileSync(
    path,
    'these are notes and by no means a database, long enough for a header of SQLite'.repeat(20),
  );
  expect(() => openResultsStore(path)).toThrowError(
    expect.objectContaining({
      code: 'store-not-a-database',
      exitCode: 2,
      hint: expect.stringContaining('Move the file'),
    }),
  );
});

test('says that the folder cannot be made when a file is in its place', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => openResultsStore(join(folder, 'file', 'history.db'))).toThrowError(
    expect.objectContaining({ code: 'store-folder-not-writable', exitCode: 2 }),
  );
});

// Root may write everywhere, so only another user can see this.
test.skipIf(process.getuid?.() === 0)('says that a folder without write permission is not writable', () => {
  chmodSync(folder, 0o500);
  expect(() => openResultsStore(join(folder, 'history.db'))).toThrowError(
    expect.objectContaining({ code: 'store-folder-not-writable' }),
  );
  chmodSync(folder, 0o700);
});

test('a folder that the kernel does not let anybody make is said at once, not tried for ever', () => {
  expect(() => openResultsStore('/proc/nope/deeper/history.db')).toThrowError(
    expect.objectContaining({ code: 'store-folder-not-writable' }),
  );
});

test('says that a path which is a folder cannot be opened', () => {
  expect(() => openResultsStore(folder)).toThrowError(
    expect.objectContaining({ code: 'store-folder-not-writable' }),
  );
});

test('refuses a history that a newer version wrote', () => {
  const path = join(folder, 'history.db');
  openResultsStore(path).close();
  const database = new Database(path);
  database.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run('later', 9e15);
  database.close();
  expect(() => openResultsStore(path)).toThrowError(expect.objectContaining({ code: 'store-too-new' }));
});

test('says which stored result cannot be read when its document is damaged', () => {
  const path = join(folder, 'history.db');
  const store = openResultsStore(path);
  store.save(sampleResult(), 'run.json');
  const database = new Database(path);
  database.prepare('UPDATE runs SET document = ?').run(Buffer.from('damaged'));
  database.close();
  expect(() => store.get(sampleResult().id)).toThrowError(
    expect.objectContaining({ code: 'stored-result-unreadable' }),
  );
  store.close();
});
