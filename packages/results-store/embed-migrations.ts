import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from './src/sqlite/read-migrations.ts';

// Writes the migrations of drizzle-kit into a module, because the published command is one bundle without folders.
const migrations = readMigrations(join(import.meta.dirname, 'drizzle', 'sqlite'));
const source = `// Written by embed-migrations.ts from ./drizzle/sqlite; run \`pnpm migrations:generate\` after a change of the schema.

/** One schema change; \`createdAt\` orders them (milliseconds since 1970). */
export type Migration = {
  readonly tag: string;
  readonly createdAt: number;
  readonly hash: string;
  readonly statements: readonly string[];
};

/** Every schema change, oldest first. */
export const embeddedMigrations: readonly Migration[] = ${JSON.stringify(migrations, null, 2)};
`;
writeFileSync(join(import.meta.dirname, 'src', 'sqlite', 'embedded-migrations.ts'), source);
