import type { Database } from 'better-sqlite3';
import { searchText } from '../search-text.ts';

/** Fills the column of runs that an older version saved; SQLite's own functions know the case of ASCII letters only. */
export function fillSearchText(database: Database): void {
  const empty = database.prepare<[], { id: string; name: string; targets: string }>(
    'SELECT id, name, targets FROM runs WHERE search_text IS NULL',
  );
  const fill = database.prepare('UPDATE runs SET search_text = ? WHERE id = ?');
  database
    .transaction(() => {
      for (const { id, name, targets } of empty.all()) {
        fill.run(searchText({ id, name, targets: targetsOf(targets) }), id);
      }
    })
    .immediate();
}

/** A column that was written by hand and is no list of names is searched as it stands. */
function targetsOf(text: string): string[] {
  try {
    const targets: unknown = JSON.parse(text);
    return Array.isArray(targets) ? targets.map(String) : [text];
  } catch {
    return [text];
  }
}
