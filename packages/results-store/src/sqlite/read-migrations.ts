import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type JournalEntry = { readonly tag: string; readonly when: number };

/** A migration as drizzle-kit wrote it: its statements, its instant (milliseconds since 1970) and the hash of its file. */
export type FolderMigration = {
  readonly tag: string;
  readonly createdAt: number;
  readonly hash: string;
  readonly statements: readonly string[];
};

/** Reads drizzle-kit's folder. Used when the migrations are embedded and by the test that they are up to date. */
export function readMigrations(folder: string): FolderMigration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: JournalEntry[];
  };
  return journal.entries.map((entry) => {
    const text = readFileSync(join(folder, `${entry.tag}.sql`), 'utf8');
    return {
      tag: entry.tag,
      createdAt: entry.when,
      hash: createHash('sha256').update(text).digest('hex'),
      statements: text.split('--> statement-breakpoint').map((statement) => statement.trim()),
    };
  });
}
