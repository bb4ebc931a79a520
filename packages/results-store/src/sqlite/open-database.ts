import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { exitCodes, KneepointError } from '@kneepoint/core';
import Database from 'better-sqlite3';

/** How long a command waits for another one that is writing the history, milliseconds. */
const busyTimeoutMillis = 5000;

/**
 * Opens (or creates, with its folder) the SQLite file in write-ahead mode, so that a reader never waits for a writer.
 * Throws a KneepointError `store-folder-not-writable`, `store-not-a-database` or `store-cannot-open`.
 */
export function openDatabase(path: string): Database.Database {
  makeFolder(path);
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { timeout: busyTimeoutMillis });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    return database;
  } catch (cause) {
    database?.close();
    throw openError(path, cause);
  }
}

/**
 * Node's own recursive mkdir never returns where the kernel answers "no such folder" below a folder that is there, as
 * under /proc; one step at a time, the second refusal is an error.
 */
function makeFolderAndParents(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return;
    const parent = dirname(folder);
    if (code !== 'ENOENT' || parent === folder) throw error;
    makeFolderAndParents(parent);
    mkdirSync(folder);
  }
}

function makeFolder(path: string): void {
  const folder = dirname(path);
  try {
    makeFolderAndParents(folder);
  } catch (cause) {
    throw new KneepointError(`The folder ${folder} of the result history cannot be created`, {
      code: 'store-folder-not-writable',
      exitCode: exitCodes.usage,
      hint: 'Make it writable.',
      cause,
    });
  }
}

/** SQLite's own code decides which of the three errors it is; permissions show as CANTOPEN or READONLY. */
function openError(path: string, cause: unknown): KneepointError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new KneepointError(`${path} is not a database of Kneepoint`, {
      code: 'store-not-a-database',
      exitCode: exitCodes.usage,
      hint: 'Move the file away, or choose another one; a new history is created when there is none.',
      cause,
    });
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) {
    return new KneepointError(`${path} cannot be opened for writing`, {
      code: 'store-folder-not-writable',
      exitCode: exitCodes.usage,
      hint: 'Make the file and its folder writable.',
      cause,
    });
  }
  return new KneepointError(`The result history ${path} cannot be opened: ${String(cause)}`, {
    code: 'store-cannot-open',
    exitCode: exitCodes.usage,
    cause,
  });
}
