import { defineConfig } from 'drizzle-kit';

/** Used by `drizzle-kit generate` only: writes the SQL of a schema change into ./drizzle. */
export default defineConfig({ dialect: 'sqlite', schema: './src/sqlite/schema.ts', out: './drizzle/sqlite' });
